-- The audit chain is computed where its end is locked, in the statement that takes the sequence number: no other round trip happens
-- while every other writer waits. Each hash covers the one before, the entry's number, its sequence number and its content.
CREATE FUNCTION audit_chain(before text, last_no bigint, base bigint, contents text[], offsets integer[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  hashes text[] := ARRAY[]::text[];
  previous text := before;
BEGIN
  FOR i IN 1 .. coalesce(cardinality(contents), 0) LOOP
    previous := encode(sha256(convert_to(
      previous || E'\n' || (last_no + i)::text || E'\n' || coalesce((base + offsets[i])::text, '-') || E'\n' || contents[i],
      'UTF8')), 'hex');
    hashes := hashes || previous;
  END LOOP;
  RETURN hashes;
END
$$;
--> statement-breakpoint
INSERT INTO feed_head (id, seq, audit_no, audit_hash, audit_before) VALUES (1, 0, 0, repeat('0', 64), repeat('0', 64));
--> statement-breakpoint
INSERT INTO server_meta (key, value) VALUES ('epoch', gen_random_uuid()::text);
