package dev.howdah.provider.scalingo;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.LabFacts;
import dev.howdah.lab.SomeLab;
import dev.howdah.lab.WeeklyHour;
import dev.howdah.lab.access.AccessRules;
import dev.howdah.lab.archive.DailyBackup;
import dev.howdah.lab.archive.RecoverableTime;
import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.backup.BackupRecord;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.provider.scalingo.read.ScalingoDatabaseJson;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A lab behind a database of {@link FakeScalingo}: what is asked of Scalingo happens to a real
 * PostgreSQL. Only the upgrade of the version stays played, because the lab has one version. A
 * backup's file is the lab's base backup as a tar.gz, not a dump: pg_dump would have to be
 * installed, in the server's version.
 */
final class LabBehindTheFake implements BehindTheFake {
    private final LabCluster lab;
    private final LabSql sql;
    private final LabBackupFiles files;

    /** Brings the lab to a plan with one node and backups, with the owner and one backup on it. */
    LabBehindTheFake(LabCluster lab) throws ProblemException {
        this.lab = lab;
        this.sql = new LabSql(lab);
        this.files = new LabBackupFiles(lab.keeping().archive());
        SomeLab.settle(lab);
        if (lab.facts().plan() != LabPlan.STARTUP_4) {
            lab.changePlan(UUID.randomUUID(), LabPlan.STARTUP_4);
            SomeLab.settle(lab);
        }
        boolean isNew = sql.makeOwner();
        if (isNew || !lab.keeping().archive().hasBackup()) {
            lab.keeping().backUp(UUID.randomUUID(), BackupFacts.Kind.SCHEDULED);
            SomeLab.settle(lab);
        }
    }

    LabCluster lab() {
        return lab;
    }

    LabSql sql() {
        return sql;
    }

    LabBackupFiles files() {
        return files;
    }

    @Override
    public List<Map<String, Object>> plans(boolean dedicated) {
        return dedicated ? LabPlanNames.DEDICATED : LabPlanNames.SHARED;
    }

    @Override
    public String url() {
        return "postgresql://%s:%s@%s:%d/%s?sslmode=prefer"
                .formatted(
                        LabSql.OWNER,
                        LabSql.OWNER_PASSWORD,
                        lab.access().host(),
                        lab.access().port(),
                        lab.access().database());
    }

    @Override
    public String owner() {
        return LabSql.OWNER;
    }

    @Override
    public List<Integer> version() {
        String[] parts = lab.version().split("\\.", -1);
        return List.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), 0, 1);
    }

    @Override
    public List<Integer> nextVersion() {
        List<Integer> version = version();
        return List.of(version.get(0), version.get(1) + 1, 0, 1);
    }

    @Override
    public Map<String, Object> endpoint() {
        return Map.of("hostname", lab.access().host(), "port", lab.access().port());
    }

    @Override
    public Map<String, Boolean> nodes() throws ProblemException {
        return lab.facts().nodes().stream()
                .collect(
                        Collectors.toMap(
                                LabFacts.Node::name,
                                LabFacts.Node::primary,
                                (one, _) -> one,
                                TreeMap::new));
    }

    @Override
    public Map<String, Object> metrics(boolean documented) throws ProblemException {
        return new LabMetrics(lab, sql).json(documented);
    }

    @Override
    public String log(int lines) throws ProblemException {
        return String.join("\n", lab.log(Math.min(lines, 10_000))) + "\n";
    }

    @Override
    public byte[] archivedLog() throws ProblemException {
        return LabBackupFiles.gzip(out -> out.write(log(10_000).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public byte[] archive(String backup) throws ProblemException {
        return files.of(backup);
    }

    @Override
    public long bytes(String backup) throws ProblemException {
        return archive(backup).length;
    }

    @Override
    public List<Map<String, Object>> events() {
        return lab.operations().all().stream()
                .flatMap(operation ->
                        eventType(operation).map(type -> event(operation, type)).stream())
                .toList();
    }

    private static Map<String, Object> event(LabOperation operation, String type) {
        Map<String, Object> event = new HashMap<>();
        event.put("id", operation.id().toString());
        event.put("created_at", operation.beganAt().toString());
        event.put("type", type);
        event.put("user", Map.of("username", "ann"));
        return event;
    }

    /** Scalingo has no word for the rest. */
    private static Optional<String> eventType(LabOperation operation) {
        return switch (operation.act()) {
            case PLAN_CHANGE -> Optional.of("upgrade_addon");
            case SWITCH -> Optional.of("database/add_feature");
            case BACKUP ->
                    Optional.of(
                            operation.state() == LabOperation.State.FAILED
                                    ? "database_backup_failed"
                                    : "database_backup_succeeded");
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Window> window() throws ProblemException {
        RecoverableTime window = lab.keeping().window();
        return Optional.of(new Window(window.earliest(), window.latest()));
    }

    @Override
    public List<String> present(List<String> users) throws ProblemException {
        Set<String> roles = sql.logins();
        return users.stream().filter(roles::contains).toList();
    }

    @Override
    public Optional<Work> changePlan(String plan) throws ProblemException {
        UUID id = UUID.randomUUID();
        lab.changePlan(id, LabPlanNames.of(plan));
        return Optional.of(() -> outcome(id));
    }

    @Override
    public Optional<Work> recover(Instant moment) throws ProblemException {
        UUID id = UUID.randomUUID();
        lab.keeping().recover(id, moment);
        return Optional.of(() -> outcome(id));
    }

    @Override
    public Optional<Work> backUp(String backup) throws ProblemException {
        List<BackupRecord> known = files.whole();
        UUID id = UUID.randomUUID();
        lab.keeping().backUp(id, BackupFacts.Kind.ON_DEMAND);
        return Optional.of(() -> {
            Optional<Boolean> outcome = outcome(id);
            outcome.filter(well -> well).ifPresent(_ -> files.adopt(backup, known));
            return outcome;
        });
    }

    /** The lab is settled again before it is said to be done. */
    private Optional<Boolean> outcome(UUID id) {
        try {
            LabOperation.State state =
                    lab.operations()
                            .find(id)
                            .map(LabOperation::state)
                            .orElse(LabOperation.State.FAILED);
            if (!state.ended() || !lab.facts().settled()) {
                return Optional.empty();
            }
            return Optional.of(state != LabOperation.State.FAILED);
        } catch (ProblemException _) {
            // between two nodes; the next look will tell
            return Optional.empty();
        }
    }

    @Override
    public Optional<Work> turn(String feature, boolean on) {
        if (!feature.equals(ScalingoDatabaseJson.FORCE_SSL)) {
            return Optional.empty();
        }
        return Optional.of(() -> {
            try {
                lab.keeping()
                        .admission()
                        .allow(UUID.randomUUID(), lab.keeping().admission().rules().withTls(on));
                return Optional.of(true);
            } catch (ProblemException _) {
                // while the server is taken back in time, for instance
                return Optional.empty();
            }
        });
    }

    @Override
    public void schedule(boolean on, int hour) throws ProblemException {
        lab.keeping().setDaily(UUID.randomUUID(), new DailyBackup(on, hour));
    }

    @Override
    public void moveWindow(int weekday, int hour) throws ProblemException {
        lab.maintenance()
                .move(UUID.randomUUID(), new WeeklyHour(DayOfWeek.SUNDAY.plus(weekday), hour));
    }

    @Override
    public void allow(List<Map<String, Object>> rules) throws ProblemException {
        List<AccessRules.Entry> entries =
                rules.stream()
                        .map(rule ->
                                new AccessRules.Entry(
                                        String.valueOf(rule.get("cidr")),
                                        String.valueOf(rule.get("label"))))
                        .toList();
        var _ =
                lab.keeping()
                        .admission()
                        .allow(
                                UUID.randomUUID(),
                                new AccessRules(
                                        entries, lab.keeping().admission().rules().forceTls()));
    }

    @Override
    public void created(String user, boolean readOnly, String password) throws ProblemException {
        sql.create(user, readOnly, password);
    }

    @Override
    public void dropped(String user) throws ProblemException {
        sql.drop(user);
    }

    @Override
    public void passwordSet(String user, String password) throws ProblemException {
        sql.setPassword(user, password);
    }

    @Override
    public Optional<Object> action(String name, JsonNode params) throws ProblemException {
        return sql.action(name, params.path("pid").asInt(0));
    }
}
