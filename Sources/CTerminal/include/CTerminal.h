#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stddef.h>

// What the reader needs of the terminal and Swift cannot call: ncurses' globals and complex macros, variadic
// functions, and handlers that may run between any two instructions. Names nothing of ncurses. One terminal per
// process; call from one thread.

// Starts ncurses, which switches to a screen of the program's own but leaves the terminal in the shell's modes, and
// starts to collect signals. 0, or -1 when the terminal's type is unknown. Call once.
int cterm_open(void);
// Switches to raw mode, with ncurses decoding keys; cterm_leave sends `restore` and switches back to the shell's
// modes. A process that exits or crashes in between does the same. `restore` is copied, at most 511 bytes of it.
void cterm_enter(const char *restore);
void cterm_leave(void);
// Stops the process group as Ctrl-Z does; returns when it is continued.
void cterm_stop(void);

// Runs a program and waits for it; its exit code, or 128 and the number of the signal that ended it, or 127. `input`
// is what it reads, null for the keyboard. One that is not interactive prints nowhere and is out of the keyboard's
// reach; an interactive one has the terminal, which must have been left, and its keys: Ctrl-C is not the reader's,
// Ctrl-Z stops both.
int cterm_run(char *const words[], const void *input, size_t length, int interactive);

// The next byte typed (0–255), the code of a decoded key (above 255), or -1 when nothing waits.
int cterm_read(void);
// ncurses' name of a key's code, such as KEY_UP or kUP5; null if it has none.
const char *cterm_key_name(int code);

// What cterm_wait found, as a bit mask. The second row are signals, told once each.
enum {
  CTERM_INPUT = 1, CTERM_WAKE = 2, CTERM_HANGUP = 4,
  CTERM_RESIZED = 8, CTERM_STOP = 16, CTERM_CONTINUED = 32, CTERM_INTERRUPT = 64, CTERM_TERMINATE = 128
};
// Waits until a key, a byte on `wake_fd`, or a signal arrives, `timeout_ms` at most (-1: for ever).
int cterm_wait(int wake_fd, int timeout_ms);

// The size of the screen in cells; 0 and 0 when nothing knows it.
void cterm_size(int *width, int *height);
// A string, number or flag of the terminal's description by its terminfo name; null, a negative number or 0 if it
// has none.
const char *cterm_string(const char *name);
int cterm_number(const char *name);
int cterm_flag(const char *name);
// Fills in the parameters of a terminfo string; valid until the next call.
const char *cterm_expand(const char *string, long first, long second);
// Sets the locale of characters from the environment, or one of UTF-8 where that is none: the reader writes UTF-8 whatever it is.
void cterm_set_locale(void);

#endif
