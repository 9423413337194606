-- Grain: two scalar macros, one value for each value given: a word, and the words of a text.
-- They do to a question what models/passage_words.py does to the texts; a test holds the two together.
CREATE OR REPLACE MACRO search_folded(word) AS
    replace(
        translate(
            strip_accents(
                replace(
                    regexp_replace(
                        lower(nfc_normalize(word::VARCHAR)), '\x{064B}\x{0627}$|\x{0627}\x{064B}$|[\x{00AD}\x{0640}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]', '', 'g'
                    ),
                    'й', 'ʝ'
                )
            ),
            'ٱىة٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
            'ايه012345678901234567890123456789abcdefghijklmnopqrstuvwxyz'
        ),
        'ʝ', 'й'
    );
COMMENT ON MACRO search_folded IS 'A word as the search compares it: lower case, without accents and vowel signs, with the letters that writers exchange as one.';

CREATE OR REPLACE MACRO search_pieces(text) AS
    regexp_extract_all(text::VARCHAR, '\p{Han}|(?:[^\P{L}\p{Han}]|[\p{N}\p{M}\x{00AD}\x{200B}-\x{200F}\x{2060}-\x{2064}\x{FEFF}])+|[^\p{L}\p{N}\p{M}\x{00AD}\x{200B}-\x{200F}\x{2060}-\x{2064}\x{FEFF}]+');
COMMENT ON MACRO search_pieces IS 'A text in pieces: words, and what stands between them; each Chinese character is a word.';
