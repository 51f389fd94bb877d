package dev.howdah.pg.restore;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgVisit;
import dev.howdah.pg.restore.RestoreProof.Check;
import dev.howdah.pg.restore.RestoreProof.Result;
import dev.howdah.pg.restore.RestoreProof.Subject;
import dev.howdah.pg.restore.RestoredTablesSnapshot.TableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Proves a restored copy: its catalog against the original's, its rows, its indexes, and what its
 * owner asserts about it. The original is only read, and counted no more than small tables; the
 * copy is read as a whole.
 */
public final class RestoreProving {
    private static final Texts TEXTS = Texts.of(RestoreProving.class);

    /** A larger table of the original is not counted: that would read all of it. */
    private static final long COUNTED_BYTES = 64L << 20;

    /** So many tables are counted, the largest of those small enough first. */
    private static final int COUNTED_TABLES = 200;

    /**
     * The copy may have fewer rows than the original by this share, because the original goes on;
     * more is a sign that data is missing.
     */
    private static final double FEWER_PCT = 10;

    private final PgReader original;
    private final PgVisit copy;
    private final List<String> assertions;

    /**
     * What was seen.
     *
     * @param counted the tables whose rows were counted, the largest first
     */
    public record Seen(List<Check> checks, List<RowCounts> counted) {
        public Seen {
            checks = List.copyOf(checks);
            counted = List.copyOf(counted);
        }
    }

    /**
     * @param copy in the same database as {@code original}
     * @param assertions each a SELECT that gives true; run in read-only transactions
     */
    public RestoreProving(PgReader original, PgVisit copy, List<String> assertions) {
        this.original = original;
        this.copy = copy;
        this.assertions = List.copyOf(assertions);
    }

    /**
     * Blocks for as long as the copy needs to be read; interrupting the thread ends it.
     *
     * @param tables of both sides, as they were read before
     * @param doing is told what is done now
     */
    public Seen run(List<TableDifference> tables, Consumer<String> doing) throws ProblemException {
        List<Check> checks = new ArrayList<>();
        checks.add(catalog(tables));
        List<RowCounts> counted = counted(small(tables), doing);
        checks.add(rows(counted, tables.size()));
        doing.accept(TEXTS.text("proving.indexes"));
        checks.add(new IndexChecks(copy.pool()).run());
        for (String assertion : assertions) {
            doing.accept(TEXTS.text("proving.assertion"));
            checks.add(new Assertion(assertion).run(copy.pool()));
        }
        return new Seen(checks, counted);
    }

    private static Check catalog(List<TableDifference> tables) {
        long missing = tables.stream().filter(each -> each.restored().isEmpty()).count();
        long more = tables.stream().filter(each -> each.original().isEmpty()).count();
        long different =
                tables.stream()
                        .filter(each -> each.original().isPresent() && each.restored().isPresent())
                        .filter(each -> !each.isSame())
                        .count();
        if (tables.isEmpty()) {
            return new Check(Subject.CATALOG, Result.NOT_DONE, TEXTS.text("catalog.empty"));
        }
        if (missing + different == 0) {
            return new Check(
                    Subject.CATALOG,
                    Result.PASSED,
                    TEXTS.text("catalog.same", tables.size() - more, more));
        }
        String example =
                tables.stream()
                        .filter(each -> each.original().isPresent() && !each.isSame())
                        .limit(3)
                        .map(each -> each.table().toString())
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("");
        return new Check(
                Subject.CATALOG,
                Result.FAILED,
                TEXTS.text("catalog.differs", missing, different, example));
    }

    /** Those in both that are small enough to be counted. */
    private static List<TableName> small(List<TableDifference> tables) {
        return tables.stream()
                .filter(each -> each.restored().isPresent())
                .flatMap(each -> each.original().stream())
                .filter(each -> each.bytes() <= COUNTED_BYTES)
                .sorted(Comparator.comparing(TableRow::bytes).reversed())
                .limit(COUNTED_TABLES)
                .map(TableRow::table)
                .toList();
    }

    /** Leaves out what this role may not read, and what is gone by now. */
    private List<RowCounts> counted(List<TableName> tables, Consumer<String> doing)
            throws ProblemException {
        List<RowCounts> counted = new ArrayList<>();
        for (TableName table : tables) {
            doing.accept(TEXTS.text("proving.rows", table));
            try {
                RowCounts counts = RowCounts.of(table, original, copy.reader());
                if (counts.original().isPresent() && counts.restored().isPresent()) {
                    counted.add(counts);
                }
            } catch (ProblemException e) {
                if (!e.problem().kind().stopsAsking()) {
                    throw e;
                }
            }
        }
        return counted;
    }

    private static Check rows(List<RowCounts> counted, int tables) {
        long here = 0;
        long there = 0;
        List<String> lacking = new ArrayList<>();
        for (RowCounts counts : counted) {
            long before = counts.original().orElse(0);
            long after = counts.restored().orElse(0);
            here += before;
            there += after;
            if (after < before * (1 - FEWER_PCT / 100)) {
                lacking.add(TEXTS.text("rows.table", counts.table(), after, before));
            }
        }
        return judged(counted.size(), tables, here, there, lacking);
    }

    private static Check judged(
            int counted, int tables, long here, long there, List<String> lacking) {
        if (counted == 0) {
            return new Check(Subject.ROW_COUNTS, Result.NOT_DONE, TEXTS.text("rows.none"));
        }
        if (lacking.isEmpty()) {
            return new Check(
                    Subject.ROW_COUNTS,
                    Result.PASSED,
                    TEXTS.text(
                            "rows.good",
                            counted,
                            tables,
                            Quantities.count(there),
                            Quantities.count(here)));
        }
        return new Check(
                Subject.ROW_COUNTS,
                Result.FAILED,
                TEXTS.text(
                        "rows.lacking",
                        lacking.size(),
                        FEWER_PCT,
                        String.join("; ", lacking.subList(0, Math.min(3, lacking.size())))));
    }
}
