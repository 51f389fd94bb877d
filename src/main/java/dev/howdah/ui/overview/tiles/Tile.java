package dev.howdah.ui.overview.tiles;

import java.util.List;

/** The numbers of the Overview, in their order. */
enum Tile {
    CONNECTIONS,
    TRANSACTIONS,
    CACHE_HIT,
    LONGEST_TRANSACTION,
    SIZE,
    WAL,
    REPLICA_LAG,
    DEADLOCKS,
    WRAPAROUND,
    ARCHIVE;

    /** Whether the judgement of this rule colours this number. */
    boolean isJudgedBy(String rule) {
        return rules().contains(rule);
    }

    private List<String> rules() {
        return switch (this) {
            case CONNECTIONS -> List.of("connectionsNearLimit");
            case TRANSACTIONS -> List.of("rollbacks");
            case CACHE_HIT -> List.of("cacheHits");
            case LONGEST_TRANSACTION -> List.of("longTransaction");
            case SIZE -> List.of();
            case WAL -> List.of("requestedCheckpoints");
            case REPLICA_LAG -> List.of("replicaLag", "standbyCutOff");
            case DEADLOCKS -> List.of("deadlocks");
            case WRAPAROUND -> List.of("transactionIdWraparound", "multixactWraparound");
            case ARCHIVE -> List.of("archiveAge", "archiverFailing");
        };
    }
}
