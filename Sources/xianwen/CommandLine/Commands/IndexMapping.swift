/// The index that `xianwen export --format bulk` is loaded into: how OpenSearch and Elasticsearch take the fields of an article.
enum IndexMapping {
  /// The body of the call that creates the index.
  ///
  /// Han are indexed by pairs and singly (`cjk_bigram`, which needs no plugin), so that a name is found wherever words are cut; full-
  /// and half-width forms are alike. With the plugin analysis-icu its `icu_normalizer` and `icu_folding` may stand in the place of
  /// `cjk_width` and `lowercase`, and a filter `icu_transform` of id `Traditional-Simplified` makes both scripts alike.
  /// Sources: https://docs.opensearch.org/latest/analyzers/token-filters/cjk-bigram/,
  /// https://docs.opensearch.org/latest/field-types/supported-field-types/date/
  static let json = """
    {
      "settings": {
        "analysis": {
          "filter": {"han_pairs": {"type": "cjk_bigram", "output_unigrams": true}},
          "analyzer": {
            "chinese": {"type": "custom", "tokenizer": "standard", "filter": ["cjk_width", "lowercase", "han_pairs"]}
          }
        }
      },
      "mappings": {
        "dynamic": "strict",
        "properties": {
          "id": {"type": "keyword"},
          "file": {"type": "keyword"},
          "n": {"type": "integer"},
          "kind": {"type": "keyword"},
          "section": {"type": "text", "analyzer": "chinese", "fields": {"raw": {"type": "keyword", "ignore_above": 256}}},
          "kicker": {"type": "text", "analyzer": "chinese"},
          "headline": {"type": "text", "analyzer": "chinese"},
          "deck": {"type": "text", "analyzer": "chinese"},
          "byline": {"properties": {"role": {"type": "keyword"}, "names": {"type": "keyword"}}},
          "date": {
            "type": "date", "format": "yyyy-MM-dd", "ignore_malformed": true, "fields": {"raw": {"type": "keyword"}}
          },
          "issued": {
            "type": "date", "format": "yyyy-MM-dd", "ignore_malformed": true, "fields": {"raw": {"type": "keyword"}}
          },
          "paper": {"type": "keyword"},
          "page": {"type": "keyword"},
          "county": {"type": "keyword"},
          "counties": {"type": "keyword"},
          "towns": {"type": "keyword"},
          "parts": {
            "properties": {
              "role": {"type": "keyword"},
              "text": {"type": "text", "analyzer": "chinese"},
              "lines": {"type": "integer", "index": false},
              "file": {"type": "keyword"},
              "printed": {"type": "text", "analyzer": "chinese"}
            }
          },
          "inferred": {"type": "keyword"},
          "repaired": {"type": "boolean"},
          "story": {"type": "keyword"}
        }
      }
    }
    """
}
