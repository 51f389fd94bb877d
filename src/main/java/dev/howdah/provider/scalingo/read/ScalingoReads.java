package dev.howdah.provider.scalingo.read;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.plan.Interruption;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.plan.VersionOffer;
import dev.howdah.provider.scalingo.call.ScalingoAddress;
import dev.howdah.provider.scalingo.call.ScalingoCalls;
import dev.howdah.provider.scalingo.call.ScalingoProblems;
import dev.howdah.provider.service.Metric;
import dev.howdah.provider.service.ProviderUser;
import dev.howdah.provider.service.RunningQuery;
import dev.howdah.provider.service.ServiceFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What is read about one database: which calls, and what becomes of their answers. */
public final class ScalingoReads {
    /** Source: "Firewall rules" of the documentation for dedicated databases. */
    public static final int MAX_RULES = 30;

    private static final Duration RULES_EFFECT = Duration.ofMinutes(2);

    private static final Texts TEXTS = Texts.of(ScalingoReads.class);

    private final ScalingoCalls calls;
    private final ScalingoAddress service;

    public ScalingoReads(ScalingoCalls calls, ScalingoAddress service) {
        this.calls = calls;
        this.service = service;
    }

    Json database() throws ProblemException {
        return calls.read(HttpCall.get("databases", service.addon())).unwrapped("database");
    }

    public ServiceFacts facts() throws ProblemException {
        Json statuses =
                calls.read(
                        HttpCall.get("databases", service.addon(), "instances_status")
                                .alsoTaking(400)
                                .alsoTaking(404)
                                .alsoTaking(422));
        return ScalingoDatabaseJson.facts(service, database(), statuses);
    }

    /** Without the roles of the nodes: one call and not two. */
    public ServiceFacts briefFacts() throws ProblemException {
        return ScalingoDatabaseJson.facts(service, database(), Json.missing());
    }

    /** In the order of the list, which is that of the price. */
    public List<PlanOffer> plans() throws ProblemException {
        String current = briefFacts().plan();
        return planList().stream()
                .map(plan -> ScalingoPlans.offer(plan, current, service.dedicated()))
                .toList();
    }

    public List<Json> planList() throws ProblemException {
        return calls
                .platform(
                        HttpCall.get("addon_providers", service.addonProvider(), "plans")
                                .with("show_all", "false"))
                .body()
                .at("plans")
                .items()
                .stream()
                .sorted(Comparator.comparingLong(each -> each.at("position").whole().orElse(0)))
                .toList();
    }

    public Allowlist allowlist() throws ProblemException {
        Map<String, String> names = new HashMap<>();
        for (Json range :
                calls.read(HttpCall.get("firewall", "managed_ranges")).at("ranges").items()) {
            names.put(range.text("id"), ScalingoJson.plain(range.text("name")));
        }
        return new Allowlist(
                rules(names),
                names.entrySet().stream()
                        .map(each -> new AllowRule.Managed(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparing(AllowRule.Managed::name))
                        .toList(),
                false,
                MAX_RULES,
                false,
                true,
                RULES_EFFECT);
    }

    /**
     * A rule that is not understood is a failure: leaving it out would show fewer than are let in.
     */
    public List<AllowRule> rules(Map<String, String> names) throws ProblemException {
        List<Json> told =
                calls.read(HttpCall.get("databases", service.addon(), "firewall_rules"))
                        .at("rules")
                        .items();
        List<AllowRule> rules =
                told.stream().flatMap(rule -> ScalingoJson.rule(rule, names).stream()).toList();
        if (rules.size() < told.size()) {
            throw ScalingoProblems.of(Kind.NOT_SUPPORTED, "rule", told.size() - rules.size());
        }
        return rules;
    }

    public List<BackupEntry> backupEntries() throws ProblemException {
        return calls
                .read(HttpCall.get("databases", service.addon(), "backups"))
                .at("database_backups")
                .items()
                .stream()
                .map(ScalingoJson::backup)
                .sorted(Comparator.comparing(BackupEntry::createdAt).reversed())
                .toList();
    }

    public BackupList backups(String plan) throws ProblemException {
        Optional<ScalingoPlans.Level> level = ScalingoPlans.Level.of(plan);
        return new BackupList(
                backupEntries(),
                level.map(ScalingoPlans.Level::onDemandKept).orElse(OptionalInt.empty()),
                TEXTS.text(
                        level.filter(each -> each.nodes() > 1).isPresent()
                                ? "retention.business"
                                : "retention.starter"));
    }

    public Optional<BackupEntry> backup(String id) throws ProblemException {
        Json answer = calls.read(HttpCall.get("backups", id).alsoTaking(404));
        Json backup = answer.unwrapped("database_backup");
        return backup.text("id").equals(id)
                ? Optional.of(ScalingoJson.backup(backup))
                : Optional.empty();
    }

    public RecoveryWindow recoveryWindow() throws ProblemException {
        Json window =
                calls.read(HttpCall.get("databases", service.addon(), "pitr", "recovery_window"))
                        .at("recovery_window");
        return new RecoveryWindow(
                window.at("earliest_recoverable_at").moment(),
                window.at("latest_recoverable_at").moment(),
                TEXTS.text("recovery.consequence"));
    }

    public List<VersionOffer> versions() throws ProblemException {
        Json database = database();
        String next = database.text("next_version_id");
        if (next.isEmpty()) {
            return List.of();
        }
        Json version =
                calls.read(HttpCall.get("database_type_versions", next))
                        .unwrapped("database_type_version");
        String text =
                version.text("major")
                        + "."
                        + version.text("minor")
                        + "."
                        + version.text("patch")
                        + "-"
                        + version.text("build");
        boolean major = !database.text("readable_version").startsWith(version.text("major") + ".");
        boolean several =
                ScalingoPlans.Level.of(database.text("plan"))
                        .filter(level -> level.nodes() > 1)
                        .isPresent();
        return List.of(
                new VersionOffer(
                        next,
                        ScalingoJson.plain(text),
                        major,
                        several && !major
                                ? new Interruption(
                                        Duration.ZERO,
                                        Optional.of(Duration.ZERO),
                                        TEXTS.text("version.noInterruption"))
                                : new Interruption(
                                        Duration.ofSeconds(2),
                                        Optional.empty(),
                                        TEXTS.text("version.stopped")),
                        version.at("allowed_plugins").items().stream()
                                .flatMap(each -> each.text().stream())
                                .map(ScalingoJson::plain)
                                .toList(),
                        Optional.of(TEXTS.text("version.noWayBack"))));
    }

    /** Runs an action of the database that only reads. */
    Json action(String name) throws ProblemException {
        return result(calls.read(actionCall(name, Json.missing()).safeToRepeat()));
    }

    public HttpCall actionCall(String name, Json params) {
        Json body = Json.object().with("action_name", name);
        return HttpCall.post(
                params.present() ? body.with("params", params) : body,
                "databases",
                service.addon(),
                "action");
    }

    /** An action that fails is answered with success, and says so inside. */
    public static Json result(Json answer) throws ProblemException {
        if (answer.at("ok").whole().orElse(1) == 0) {
            throw ScalingoProblems.of(
                    Kind.FAILED, "action", ScalingoJson.plain(answer.text("error")));
        }
        return answer.at("result");
    }

    public List<RunningQuery> runningQueries() throws ProblemException {
        return action("pg-list-queries").items().stream().map(ScalingoJson::query).toList();
    }

    /** Names with versions, like "pg_trgm 1.6". */
    public List<String> extensions() throws ProblemException {
        return action("list-extensions").items().stream()
                .map(each -> ScalingoJson.plain(each.text("name") + " " + each.text("version")))
                .toList();
    }

    public List<Metric> metrics() throws ProblemException {
        return ScalingoMetrics.of(
                calls.read(HttpCall.get("databases", service.addon(), "metrics")));
    }

    public List<ProviderUser> users() throws ProblemException {
        return calls
                .read(HttpCall.get("databases", service.addon(), "users"))
                .atAny("database-users", "database_users")
                .items()
                .stream()
                .map(ScalingoJson::user)
                .toList();
    }

    public Secret passwordIn(Json answer) {
        return Secret.of(answer.unwrapped("database_user").text("password"));
    }

    public Instant now() {
        return calls.clock().instant();
    }
}
