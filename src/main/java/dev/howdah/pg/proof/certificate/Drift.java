package dev.howdah.pg.proof.certificate;

import dev.howdah.core.Texts;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.DatabaseProof;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.GapTexts;
import dev.howdah.pg.proof.RoleAccessSnapshot;
import dev.howdah.pg.proof.RoleAccessSnapshot.RoleAccess;
import dev.howdah.pg.proof.Unknown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a role differs from its certificate in one database, by catalog.
 *
 * @param state whether it could be compared at all
 * @param appeared gaps the certificate does not know, with the objects that are new in them
 * @param closed gaps of the certificate that are gone as a whole
 */
public record Drift(
        String role, String database, State state, List<Gap> appeared, List<Gap> closed) {
    private static final Texts TEXTS = Texts.of(Drift.class);

    public Drift {
        appeared = List.copyOf(appeared);
        closed = List.copyOf(closed);
    }

    /** Whether it could be compared. */
    public enum State {
        COMPARED,
        /** The role is gone. */
        NO_ROLE,
        /** The certificate doesn't speak of this database. */
        NOT_CERTIFIED,
        /** Not everything could be read this time; what appeared is true all the same. */
        INCOMPLETE
    }

    /** Compares what the catalog says now with what a certificate said then. */
    public static Drift between(AccessCertificate certificate, RoleAccessSnapshot now) {
        String role = certificate.role();
        Optional<DatabaseProof> then =
                certificate.databases().stream()
                        .filter(proof -> proof.database().equals(now.database()))
                        .filter(proof ->
                                proof.unknowns().stream()
                                        .noneMatch(u -> u.reason() == Unknown.Reason.DATABASE))
                        .findFirst();
        Optional<RoleAccess> access = now.of(role);
        if (access.isEmpty() || then.isEmpty()) {
            State state = access.isEmpty() ? State.NO_ROLE : State.NOT_CERTIFIED;
            return new Drift(role, now.database(), state, List.of(), List.of());
        }
        List<Gap> before = then.get().gaps();
        List<Gap> after = access.get().gaps();
        boolean incomplete = access.get().gapsUnread() || access.get().largeObjectsUnread();
        return new Drift(
                role,
                now.database(),
                incomplete ? State.INCOMPLETE : State.COMPARED,
                after.stream().flatMap(gap -> fresh(gap, before).stream()).toList(),
                incomplete
                        ? List.of()
                        : before.stream()
                                .filter(gap -> byCatalog(gap.kind()))
                                .filter(gap -> find(gap, after).isEmpty())
                                .toList());
    }

    /** Nothing has changed for the worse, as far as the catalog tells. */
    public boolean isClean() {
        return state == State.COMPARED && appeared.isEmpty();
    }

    /** What has changed, one full sentence each; a single one when nothing has. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (state != State.COMPARED) {
            sentences.add(TEXTS.text("drift." + GapTexts.key(state), role, database));
        }
        appeared.forEach(
                gap -> sentences.add(TEXTS.text("drift.appeared", GapTexts.sentence(gap, role))));
        closed.forEach(
                gap -> sentences.add(TEXTS.text("drift.closed", GapTexts.sentence(gap, role))));
        if (sentences.isEmpty()) {
            sentences.add(unchanged(role, List.of(database)));
        }
        return sentences;
    }

    /** One full sentence for databases, at least one, in which nothing has changed. */
    public static String unchanged(String role, List<String> databases) {
        return TEXTS.text("drift.none", role, String.join(", ", databases));
    }

    /** What of a gap the certificate does not know. */
    private static Optional<Gap> fresh(Gap gap, List<Gap> before) {
        Optional<Gap> known = find(gap, before);
        if (known.isEmpty()) {
            return Optional.of(gap);
        }
        Set<String> named = new HashSet<>(known.get().objects());
        List<String> objects =
                gap.objects().stream().filter(name -> !named.contains(name)).toList();
        // where not all are named, only their number can be compared
        boolean cut = gap.count() > gap.objects().size() || known.get().count() > named.size();
        long count = cut ? gap.count() - known.get().count() : objects.size();
        return count <= 0
                ? Optional.empty()
                : Optional.of(
                        new Gap(gap.kind(), gap.schema(), gap.owner(), gap.via(), objects, count));
    }

    private static Optional<Gap> find(Gap gap, List<Gap> among) {
        return among.stream()
                .filter(other ->
                        other.kind() == gap.kind()
                                && other.schema().equals(gap.schema())
                                && other.owner().equals(gap.owner())
                                && other.via().equals(gap.via()))
                .findFirst();
    }

    private static boolean byCatalog(Gap.Kind kind) {
        return switch (kind) {
            case READ_REFUSED, WRITE_LET_THROUGH, PROBE -> false;
            default -> true;
        };
    }
}
