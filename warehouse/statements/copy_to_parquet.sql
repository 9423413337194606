COPY (FROM $mart) TO $file (
    FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, KV_METADATA {rapporteur_run: $run, rapporteur_state: $state}
);
