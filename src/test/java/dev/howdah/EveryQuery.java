package dev.howdah;

import dev.howdah.core.change.RunningChange.Transaction;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.Query;
import dev.howdah.pg.TransactionFateQuery;
import dev.howdah.pg.access.AccessObjectsQuery;
import dev.howdah.pg.access.AccessRolesQuery;
import dev.howdah.pg.access.DefaultAclsQuery;
import dev.howdah.pg.access.unused.RoleActivityQuery;
import dev.howdah.pg.activity.ActivityQuery;
import dev.howdah.pg.activity.ClientsQuery;
import dev.howdah.pg.activity.FailedTransactionsQuery;
import dev.howdah.pg.activity.SessionCountsQuery;
import dev.howdah.pg.activity.SessionTextQuery;
import dev.howdah.pg.activity.locks.LocksQuery;
import dev.howdah.pg.archive.ArchiveQuery;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.ExpectedAccess;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.catalog.RoleAccessQuery;
import dev.howdah.pg.proof.catalog.RoleDatabasesQuery;
import dev.howdah.pg.proof.deed.ProofSamplesQuery;
import dev.howdah.pg.proof.deed.TableMakersQuery;
import dev.howdah.pg.proof.fix.FixGroundQuery;
import dev.howdah.pg.proof.run.ProofGroundQuery;
import dev.howdah.pg.restore.RestoredTablesQuery;
import dev.howdah.pg.restore.RowCountQuery;
import dev.howdah.pg.restore.TableName;
import dev.howdah.pg.restore.TableShapeQuery;
import dev.howdah.pg.roles.DatabasesQuery;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.pg.roles.SchemaNamesQuery;
import dev.howdah.pg.roles.change.GrantorsQuery;
import dev.howdah.pg.roles.drop.OwnedObjectsQuery;
import dev.howdah.pg.roles.drop.RoleDependenciesQuery;
import dev.howdah.pg.roles.drop.RoleGrantsQuery;
import dev.howdah.pg.roles.newuser.ExistingRolesQuery;
import dev.howdah.pg.roles.newuser.NewUser;
import dev.howdah.pg.roles.newuser.NewUserFactsQuery;
import dev.howdah.pg.roles.password.ScramIterationsQuery;
import dev.howdah.pg.roles.privilege.GrantedQuery;
import dev.howdah.pg.roles.privilege.NotGrantableQuery;
import dev.howdah.pg.roles.privilege.Securable;
import dev.howdah.pg.server.HealthFactsQuery;
import dev.howdah.pg.server.ServerFactsQuery;
import dev.howdah.pg.server.UpgradeFactsQuery;
import dev.howdah.pg.server.objects.InvalidIndexesQuery;
import dev.howdah.pg.server.objects.SequencesQuery;
import dev.howdah.pg.server.objects.VectorIndexesQuery;
import dev.howdah.pg.server.replication.ReplicationQuery;
import dev.howdah.pg.server.sizes.SchemasQuery;
import dev.howdah.pg.server.sizes.SizesQuery;
import dev.howdah.pg.server.vacuum.DeadRowsQuery;
import dev.howdah.pg.server.vacuum.HorizonQuery;
import dev.howdah.pg.server.vacuum.WraparoundQuery;
import dev.howdah.pg.server.vitals.VitalsQuery;
import dev.howdah.pg.settings.ExtensionFactsQuery;
import dev.howdah.pg.settings.ExtensionsQuery;
import dev.howdah.pg.settings.ParameterFactsQuery;
import dev.howdah.pg.settings.SettingsQuery;
import dev.howdah.pg.statements.StatementsCut;
import dev.howdah.pg.statements.StatementsQuery;
import dev.howdah.pg.statements.extension.StatementsFactsQuery;
import dev.howdah.pg.statements.text.StatementTextsQuery;
import dev.howdah.pg.statements.text.WiderEncodingsQuery;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Every question the program can ask a server, with values as a panel would give. */
final class EveryQuery {
    private EveryQuery() {}

    static List<Query<?>> all() {
        return List.of(
                new ActivityQuery(false),
                new ActivityQuery(true),
                new ClientsQuery(),
                new FailedTransactionsQuery(),
                new SessionCountsQuery(),
                new SessionTextQuery(1, Instant.EPOCH),
                new ArchiveQuery(),
                new ProofGroundQuery("pg_monitor"),
                new FixGroundQuery(
                        Gap.of(Gap.Kind.NOT_READABLE, "public", List.of("a")), "postgres"),
                new FixGroundQuery(
                        new Gap(Gap.Kind.WRITABLE, "public", "", Gap.PUBLIC, List.of("a"), 1),
                        "postgres"),
                new RoleDatabasesQuery("pg_monitor", List.of("template1")),
                new ProofSamplesQuery(),
                new RoleAccessQuery(
                        List.of(
                                new ExpectedAccess("pg_monitor", AccessKind.READ_ONLY),
                                new ExpectedAccess("pg_signal_backend", AccessKind.READ_WRITE))),
                new TableMakersQuery("pg_monitor"),
                new RestoredTablesQuery(),
                new RowCountQuery(new TableName("pg_catalog", "pg_class")),
                new TableShapeQuery(new TableName("pg_catalog", "pg_class")),
                new RolesQuery(),
                new DatabasesQuery(),
                new SchemaNamesQuery(),
                new ScramIterationsQuery(),
                new ExistingRolesQuery(List.of("postgres", "nobody")),
                new GrantorsQuery("pg_read_all_stats", "pg_monitor"),
                new NewUserFactsQuery(NewUser.Kind.READ_ONLY),
                new NewUserFactsQuery(NewUser.Kind.READ_WRITE),
                new NotGrantableQuery(
                        new Securable.Objects(
                                Securable.Kind.TABLE, "public", List.of("orders", "items")),
                        Set.of(Privilege.SELECT)),
                new NotGrantableQuery(
                        new Securable.AllIn(Securable.Kind.SEQUENCE, "public"),
                        Set.of(Privilege.USAGE)),
                new NotGrantableQuery(new Securable.Schema("public"), Set.of(Privilege.USAGE)),
                new GrantedQuery(
                        new Securable.Objects(
                                Securable.Kind.TABLE, "pg_catalog", List.of("pg_class")),
                        Set.of(Privilege.SELECT),
                        ""),
                new GrantedQuery(
                        new Securable.AllIn(Securable.Kind.SEQUENCE, "pg_catalog"),
                        Set.of(Privilege.USAGE),
                        "pg_monitor"),
                new GrantedQuery(
                        new Securable.Schema("public"),
                        Set.of(Privilege.CREATE, Privilege.USAGE),
                        "pg_monitor"),
                new GrantedQuery(new Securable.Database("postgres"), Set.of(Privilege.CONNECT), ""),
                new OwnedObjectsQuery("postgres"),
                new RoleDependenciesQuery("postgres"),
                new RoleGrantsQuery("pg_monitor"),
                new AccessRolesQuery(),
                new AccessObjectsQuery(false),
                new AccessObjectsQuery(true),
                new DefaultAclsQuery(),
                new RoleActivityQuery(),
                new DeadRowsQuery(),
                new HealthFactsQuery(),
                new HorizonQuery(),
                new InvalidIndexesQuery(),
                new ReplicationQuery(),
                new SchemasQuery(false),
                new SchemasQuery(true),
                new SequencesQuery(),
                new ServerFactsQuery(),
                new SizesQuery(),
                new UpgradeFactsQuery(),
                new VectorIndexesQuery(List.of("ivfflat", "hnsw")),
                new VitalsQuery(),
                new TransactionFateQuery(new Transaction("shop", "1", "2026-11-21 12:00:00+00")),
                new WraparoundQuery(),
                new ExtensionFactsQuery("plpgsql"),
                new ExtensionsQuery(),
                new ParameterFactsQuery("work_mem"),
                new SettingsQuery(),
                new LocksQuery(),
                new StatementsFactsQuery(),
                new StatementsQuery(StatementsCut.NONE),
                new StatementTextsQuery(List.of(1L), 20_000),
                new StatementTextsQuery(List.of(1L), 20_000, OptionalLong.of(16_384)),
                new WiderEncodingsQuery(List.of(1L)));
    }
}
