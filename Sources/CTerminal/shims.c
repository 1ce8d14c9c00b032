#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#include "CTerminal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

// Keys are read from a pad, because reading from a window makes ncurses draw it.
static WINDOW *input;
static struct termios shell_modes;
static char restore_text[512];
static volatile sig_atomic_t entered;
static int signal_pipe[2] = {-1, -1};

static const struct { int number, bit; } told[] = {
  {SIGWINCH, CTERM_RESIZED}, {SIGTSTP, CTERM_STOP}, {SIGCONT, CTERM_CONTINUED},
  {SIGINT, CTERM_INTERRUPT}, {SIGTERM, CTERM_TERMINATE}, {SIGHUP, CTERM_HANGUP},
};
enum { TOLD_COUNT = sizeof told / sizeof *told };
static volatile sig_atomic_t is_ending;
static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT};
enum { FATAL_COUNT = sizeof fatal / sizeof *fatal };
static struct sigaction earlier[FATAL_COUNT];

// The keyboard's signals, which mean the program that has the terminal.
static const int relaxed[] = {SIGINT, SIGQUIT, SIGTSTP};
enum { RELAXED_COUNT = sizeof relaxed / sizeof *relaxed };

// Async-signal-safe: only write and tcsetattr.
static void restore_screen(void) {
  if (!entered) return;
  entered = 0;
  if (write(STDOUT_FILENO, restore_text, strlen(restore_text)) < 0) { /* The terminal is gone. */ }
  tcsetattr(STDIN_FILENO, TCSADRAIN, &shell_modes);
}

static void tell(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  int ends = number == SIGINT || number == SIGTERM || number == SIGHUP;
  if (ends && is_ending) {
    // Asked twice: the loop that should have read the first one is stuck.
    restore_screen();
    _exit(128 + number);
  }
  is_ending |= ends;
  if (write(signal_pipe[1], &byte, 1) < 0) { /* The pipe is full of signals not yet read; one more adds nothing. */ }
  errno = saved;
}

static void crash(int number) {
  restore_screen();
  for (int i = 0; i < FATAL_COUNT; i++)
    if (fatal[i] == number) sigaction(number, &earlier[i], NULL);
  raise(number);
}

int cterm_open(void) {
  if (tcgetattr(STDIN_FILENO, &shell_modes) != 0 || pipe(signal_pipe) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(signal_pipe[i], F_SETFL, O_NONBLOCK);
    fcntl(signal_pipe[i], F_SETFD, FD_CLOEXEC);
  }
  // Before newterm, which installs handlers of its own where it finds none.
  struct sigaction action = {.sa_handler = tell};
  // A program started by a thread that blocks signals, as some supervisors are built, inherits the block.
  sigset_t wanted;
  sigemptyset(&wanted);
  for (size_t i = 0; i < TOLD_COUNT; i++) {
    sigaction(told[i].number, &action, NULL);
    sigaddset(&wanted, told[i].number);
  }
  sigprocmask(SIG_UNBLOCK, &wanted, NULL);
  action.sa_handler = crash;
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &action, &earlier[i]);
  atexit(restore_screen);
  // A lone Esc is waited for this long, not ncurses' second.
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
  if (newterm(NULL, stdout, stdin) == NULL || (input = newpad(1, 1)) == NULL) return -1;
  raw();
  noecho();
  nonl();
  nodelay(input, TRUE);
  keypad(input, TRUE);
  // The mouse is decoded by the reader, the same way for every terminal.
  define_key(NULL, KEY_MOUSE);
  def_prog_mode();
  reset_shell_mode();
  return 0;
}

void cterm_enter(const char *restore) {
  strncpy(restore_text, restore, sizeof restore_text - 1);
  reset_prog_mode();
  entered = 1;
}

void cterm_leave(void) {
  if (!entered) return;
  reset_shell_mode();
  restore_screen();
}

void cterm_stop(void) {
  struct sigaction action = {.sa_handler = SIG_DFL}, saved;
  sigaction(SIGTSTP, &action, &saved);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &saved, NULL);
}

extern char **environ;

static pid_t spawn(char *const words[], int input, int interactive) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t none, standard;
  pid_t child;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  if (input >= 0) posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  if (!interactive) {
    if (input < 0) posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  }
  // What is ignored here (SIGPIPE, SIGXFSZ, and the keyboard's signals meanwhile) would stay ignored there.
  sigemptyset(&none);
  sigemptyset(&standard);
  for (int i = 0; i < RELAXED_COUNT; i++) sigaddset(&standard, relaxed[i]);
  sigaddset(&standard, SIGPIPE);
  sigaddset(&standard, SIGXFSZ);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &standard);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  int error = posix_spawnp(&child, words[0], &files, &attributes, words, environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  return error == 0 ? child : -1;
}

int cterm_run(char *const words[], const void *input, size_t length, int interactive) {
  struct sigaction saved[RELAXED_COUNT];
  int ends[2] = {-1, -1}, status = 0;
  if (input != NULL && pipe(ends) != 0) return 127;
  for (int i = 0; i < 2; i++)
    if (ends[i] >= 0) fcntl(ends[i], F_SETFD, FD_CLOEXEC);
  for (int i = 0; i < RELAXED_COUNT && interactive; i++) {
    struct sigaction action = {.sa_handler = relaxed[i] == SIGTSTP ? SIG_DFL : SIG_IGN};
    sigaction(relaxed[i], &action, &saved[i]);
  }
  pid_t child = spawn(words, ends[0], interactive);
  if (ends[0] >= 0) close(ends[0]);
  for (size_t done = 0; child > 0 && done < length;) {
    ssize_t count = write(ends[1], (const char *)input + done, length - done);
    if (count >= 0) done += (size_t)count;
    // A program need not read all that it is given.
    else if (errno != EINTR) break;
  }
  if (ends[1] >= 0) close(ends[1]);
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  for (int i = 0; i < RELAXED_COUNT && interactive; i++) sigaction(relaxed[i], &saved[i], NULL);
  if (child < 0) return 127;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int cterm_read(void) {
  int code = wgetch(input);
  return code == ERR ? -1 : code;
}

const char *cterm_key_name(int code) { return keyname(code); }

int cterm_wait(int wake_fd, int timeout_ms) {
  struct pollfd files[] = {{STDIN_FILENO, POLLIN, 0}, {wake_fd, POLLIN, 0}, {signal_pipe[0], POLLIN, 0}};
  int found = 0, waiting = 1;
  unsigned char bytes[64];
  ssize_t count;
  if (poll(files, 3, timeout_ms) < 0 && errno != EINTR) return CTERM_HANGUP;
  if (files[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= CTERM_HANGUP;
  else if (files[0].revents & POLLIN) {
    // Ready with nothing to read is the end of the file.
    ioctl(STDIN_FILENO, FIONREAD, &waiting);
    found |= waiting > 0 ? CTERM_INPUT : CTERM_HANGUP;
  }
  if (files[1].revents & POLLIN) {
    while (read(wake_fd, bytes, sizeof bytes) == sizeof bytes) {}
    found |= CTERM_WAKE;
  }
  while ((count = read(signal_pipe[0], bytes, sizeof bytes)) > 0)
    for (ssize_t i = 0; i < count; i++)
      for (size_t j = 0; j < TOLD_COUNT; j++)
        if (told[j].number == bytes[i]) found |= told[j].bit;
  return found;
}

void cterm_size(int *width, int *height) {
  struct winsize size = {0};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
  *width = size.ws_col > 0 ? size.ws_col : tigetnum("cols");
  *height = size.ws_row > 0 ? size.ws_row : tigetnum("lines");
}

const char *cterm_string(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

int cterm_number(const char *name) { return tigetnum(name); }
int cterm_flag(const char *name) { return tigetflag(name) > 0; }
const char *cterm_expand(const char *string, long first, long second) {
  return tparm(string, first, second, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
}

void cterm_set_locale(void) {
  // The other categories would be a dozen files to open before the first frame.
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0 && setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "UTF-8");
}
