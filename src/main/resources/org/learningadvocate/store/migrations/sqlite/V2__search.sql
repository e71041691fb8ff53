-- Words of requests, for "similar past requests". Rows come and go with the table request.
CREATE VIRTUAL TABLE request_words USING fts5(team UNINDEXED, id UNINDEXED, words, tokenize = 'porter unicode61 remove_diacritics 2');
