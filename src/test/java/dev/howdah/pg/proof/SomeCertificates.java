package dev.howdah.pg.proof;

import dev.howdah.pg.proof.AccessCertificate.Login;
import dev.howdah.pg.proof.DatabaseProof.Deeds;
import dev.howdah.pg.proof.RoleAccessSnapshot.Counts;
import java.time.Instant;
import java.util.List;

/** Certificates made up for tests. */
public final class SomeCertificates {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final String ADDRESS = "db.example:5432";

    private SomeCertificates() {}

    /** Of a reader of one database, 412 tables, with these gaps and unknowns. */
    public static AccessCertificate of(String role, List<Gap> gaps, List<Unknown> unknowns) {
        return new AccessCertificate(
                "shop",
                ADDRESS,
                role,
                AccessKind.READ_ONLY,
                NOON,
                "18.6",
                Login.THROW_AWAY,
                List.of(
                        new DatabaseProof(
                                "shop",
                                new Counts(412, 412, 0, 1, 1, 2, 2),
                                new Deeds(412, 200, 200, 190, 0, 3, 0, 1, 1),
                                List.of(
                                        new Probe.Result(
                                                Probe.READ_TABLE,
                                                Probe.Answer.ALLOWED,
                                                Probe.Way.BY_DEED,
                                                "sales.orders",
                                                "")),
                                gaps,
                                unknowns)));
    }

    public static AccessCertificate proven(String role) {
        return of(role, List.of(), List.of());
    }

    public static AccessCertificate at(AccessCertificate certificate, Instant takenAt) {
        return new AccessCertificate(
                certificate.server(),
                certificate.address(),
                certificate.role(),
                certificate.expected(),
                takenAt,
                certificate.serverVersion(),
                certificate.login(),
                certificate.databases());
    }
}
