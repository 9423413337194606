COPY (FROM $mart) TO $file (
    FORMAT parquet, COMPRESSION zstd, KV_METADATA {rapporteur_run: $run, rapporteur_state: $state}
);
