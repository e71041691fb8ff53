-- Numbers grow, so the last saved are the highest: similar requests are looked for among those.
ALTER TABLE request_words ADD COLUMN place BIGINT GENERATED ALWAYS AS IDENTITY;
CREATE INDEX request_words_place ON request_words (place);
