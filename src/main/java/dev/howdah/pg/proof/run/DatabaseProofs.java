package dev.howdah.pg.proof.run;

import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.DatabaseProof;
import dev.howdah.pg.proof.DatabaseProof.Deeds;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.Gap.Kind;
import dev.howdah.pg.proof.Probe;
import dev.howdah.pg.proof.Probe.Answer;
import dev.howdah.pg.proof.Probe.Result;
import dev.howdah.pg.proof.RoleAccessSnapshot.Counts;
import dev.howdah.pg.proof.RoleAccessSnapshot.RoleAccess;
import dev.howdah.pg.proof.Unknown;
import dev.howdah.pg.proof.deed.LaterTables;
import dev.howdah.pg.proof.deed.ProofSamplesSnapshot;
import dev.howdah.pg.proof.deed.ProofSamplesSnapshot.Sample;
import dev.howdah.pg.proof.deed.TableDeeds;
import dev.howdah.pg.proof.deed.TableMakersSnapshot.Maker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts together what catalog and deeds say of one database, and where they differ. */
final class DatabaseProofs {
    private DatabaseProofs() {}

    /** When not even our own login came in. */
    static DatabaseProof unvisited(String database, String why) {
        return new DatabaseProof(
                database,
                new Counts(0, 0, 0, 0, 0, 0, 0),
                Deeds.NONE,
                List.of(),
                List.of(),
                List.of(new Unknown(Unknown.Reason.DATABASE, database, why)));
    }

    /**
     * @param tables null when the role could not log in
     * @param unknowns beside those of the table deeds
     */
    static DatabaseProof of(
            String database,
            RoleAccess catalog,
            ProofSamplesSnapshot samples,
            LaterTables later,
            @Nullable TableDeeds tables,
            List<Result> probes,
            List<Unknown> unknowns) {
        List<Gap> gaps = new ArrayList<>(catalog.gaps());
        List<Unknown> unknown = new ArrayList<>(unknowns);
        addUnread(catalog, unknown);
        addLater(later, gaps);
        if (tables != null) {
            addDeeds(catalog.kind(), tables, gaps, unknown);
            unknown.addAll(tables.unknowns());
        }
        addProbes(catalog.kind(), probes, gaps, unknown);
        gaps.sort(Comparator.comparing(Gap::kind));
        return new DatabaseProof(
                database, catalog.counts(), deeds(samples, later, tables), probes, gaps, unknown);
    }

    private static Deeds deeds(
            ProofSamplesSnapshot samples, LaterTables later, @Nullable TableDeeds tables) {
        Map<Sample, Answer> reads = tables == null ? Map.of() : tables.reads();
        Map<Sample, Answer> writes = tables == null ? Map.of() : tables.writes();
        Map<String, Answer> schemas = tables == null ? Map.of() : tables.schemas();
        return new Deeds(
                samples.total(),
                reads.size(),
                TableDeeds.allowed(reads),
                writes.size(),
                TableDeeds.allowed(writes),
                schemas.size(),
                TableDeeds.allowed(schemas),
                later.readable().size(),
                later.makersReadable());
    }

    private static void addUnread(RoleAccess catalog, List<Unknown> unknowns) {
        if (catalog.largeObjectsUnread()) {
            unknowns.add(new Unknown(Unknown.Reason.LARGE_OBJECTS, "", ""));
        }
        if (catalog.gapsUnread()) {
            unknowns.add(new Unknown(Unknown.Reason.TOO_MANY_GAPS, "", ""));
        }
    }

    private static void addLater(LaterTables later, List<Gap> gaps) {
        later.readable()
                .forEach((maker, readable) -> {
                    if (!readable && gaps.stream().noneMatch(gap -> isAbout(gap, maker))) {
                        gaps.add(
                                new Gap(
                                        Kind.LATER_NOT_READABLE,
                                        maker.schema(),
                                        maker.owner(),
                                        "",
                                        List.of(),
                                        1));
                    }
                });
    }

    private static boolean isAbout(Gap gap, Maker maker) {
        return gap.kind() == Kind.LATER_NOT_READABLE
                && gap.schema().equals(maker.schema())
                && gap.owner().equals(maker.owner());
    }

    private static void addDeeds(
            AccessKind kind, TableDeeds tables, List<Gap> gaps, List<Unknown> unknowns) {
        addAll(
                Kind.READ_REFUSED,
                tables.reads(),
                Answer.REFUSED,
                gaps,
                Set.of(Kind.NOT_READABLE, Kind.NO_USAGE));
        if (kind == AccessKind.READ_ONLY) {
            addAll(
                    Kind.WRITE_LET_THROUGH,
                    tables.writes(),
                    Answer.ALLOWED,
                    gaps,
                    Set.of(Kind.WRITABLE, Kind.WRITER_MEMBERSHIP, Kind.POWERS));
            tables.schemas()
                    .forEach((schema, answer) -> {
                        if (answer == Answer.ALLOWED
                                && !explained(
                                        gaps,
                                        schema,
                                        Set.of(Kind.CREATES_IN_SCHEMA, Kind.WRITER_MEMBERSHIP))) {
                            gaps.add(new Gap(Kind.CREATES_IN_SCHEMA, schema, "", "", List.of(), 1));
                        }
                    });
            return;
        }
        tables.writes()
                .forEach((table, answer) -> {
                    if (answer == Answer.REFUSED
                            && !explained(
                                    gaps,
                                    table.schema(),
                                    Set.of(Kind.NOT_WRITABLE, Kind.NO_USAGE))) {
                        unknowns.add(
                                new Unknown(
                                        Unknown.Reason.CONTRADICTION,
                                        table.schema() + "." + table.name(),
                                        ""));
                    }
                });
    }

    /** One gap for each schema, of the tables with this answer that the catalog doesn't explain. */
    private static void addAll(
            Kind kind,
            Map<Sample, Answer> answers,
            Answer found,
            List<Gap> gaps,
            Set<Kind> explanations) {
        Map<String, List<String>> bySchema = new TreeMap<>();
        answers.forEach((table, answer) -> {
            if (answer == found && !isExplained(gaps, table, explanations)) {
                bySchema.computeIfAbsent(table.schema(), _ -> new ArrayList<>()).add(table.name());
            }
        });
        bySchema.forEach((schema, names) -> gaps.add(Gap.of(kind, schema, names)));
    }

    private static boolean isExplained(List<Gap> gaps, Sample table, Set<Kind> explanations) {
        return gaps.stream()
                .filter(gap -> explanations.contains(gap.kind()))
                .anyMatch(gap -> gap.schema().isEmpty() || covers(gap, table));
    }

    private static boolean covers(Gap gap, Sample table) {
        boolean named =
                gap.kind() == Kind.NO_USAGE
                        || gap.count() > gap.objects().size()
                        || gap.objects().contains(table.name());
        return gap.schema().equals(table.schema()) && named;
    }

    private static boolean explained(List<Gap> gaps, String schema, Set<Kind> explanations) {
        return gaps.stream()
                .filter(gap -> explanations.contains(gap.kind()))
                .anyMatch(gap -> gap.schema().isEmpty() || gap.schema().equals(schema));
    }

    private static void addProbes(
            AccessKind kind, List<Result> probes, List<Gap> gaps, List<Unknown> unknowns) {
        List<String> unexplained = new ArrayList<>();
        for (Result result : probes) {
            if (result.answer() == Answer.UNKNOWN) {
                unknowns.add(
                        new Unknown(Unknown.Reason.TRIAL, result.probe().name(), result.detail()));
            } else if (result.differs(kind)
                    && gaps.stream()
                            .noneMatch(gap -> explanations(result.probe()).contains(gap.kind()))) {
                unexplained.add(result.probe().name());
            }
        }
        if (!unexplained.isEmpty()) {
            gaps.add(Gap.of(Kind.PROBE, "", unexplained));
        }
    }

    private static Set<Kind> explanations(Probe probe) {
        return switch (probe) {
            case READ_TABLE, READ_OTHER_SCHEMA, LOCK_IN_ACCESS_SHARE ->
                    Set.of(Kind.NOT_READABLE, Kind.NO_USAGE, Kind.READ_REFUSED);
            case READ_LATER_TABLE, READ_LATER_TABLE_OF_OTHER_OWNER ->
                    Set.of(Kind.LATER_NOT_READABLE);
            case INSERT ->
                    Set.of(
                            Kind.WRITABLE,
                            Kind.WRITER_MEMBERSHIP,
                            Kind.WRITE_LET_THROUGH,
                            Kind.NOT_WRITABLE,
                            Kind.NO_USAGE);
            case MOVE_SEQUENCE ->
                    Set.of(
                            Kind.SEQUENCE_WRITABLE,
                            Kind.WRITER_MEMBERSHIP,
                            Kind.SEQUENCE_NOT_WRITABLE);
            case CREATE_TABLE, CREATE_FUNCTION ->
                    Set.of(Kind.CREATES_IN_SCHEMA, Kind.WRITER_MEMBERSHIP);
            case CREATE_TEMP_TABLE -> Set.of(Kind.TEMP);
            case COMMENT_ON_ITSELF, READ_PASSWORDS -> Set.of(Kind.POWERS);
            default -> Set.of();
        };
    }
}
