package dev.howdah.ui.users.access;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessObjectsSnapshot;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.AccessRolesSnapshot;
import dev.howdah.pg.access.DefaultAclsSnapshot;
import dev.howdah.pg.access.effect.AccessPath;
import dev.howdah.pg.access.effect.EffectiveAccess;
import dev.howdah.pg.access.unused.RoleActivitySnapshot;
import dev.howdah.pg.roles.drop.RoleDependenciesSnapshot;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.panel.PanelState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the role that is looked at may do. Three readings make one picture, which is worked out in
 * the background: thousands of objects are too many for the JavaFX thread.
 */
public final class AccessViewModel {
    private static final Texts TEXTS = Texts.of(AccessViewModel.class);

    /** What a picture is made of. */
    private record Basis(
            AccessRolesSnapshot roles,
            AccessObjectsSnapshot objects,
            DefaultAclsSnapshot defaults) {}

    private final Executor background;
    private final Executor uiThread;
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<@Nullable AccessSheet> sheet =
            new ReadOnlyObjectWrapper<>();
    private Reading<AccessRolesSnapshot> roles = Reading.waiting();
    private Reading<AccessObjectsSnapshot> objects = Reading.waiting();
    private Reading<DefaultAclsSnapshot> defaults = Reading.waiting();
    private Optional<RoleActivitySnapshot> activity = Optional.empty();
    private Optional<RoleDependenciesSnapshot> belongings = Optional.empty();
    private @Nullable EffectiveAccess access;
    private @Nullable Basis shown;
    private @Nullable Long looked;
    private int newest;

    /**
     * @param background for working out the picture
     * @param uiThread the JavaFX thread, on which everything else is called
     */
    public AccessViewModel(Executor background, Executor uiThread) {
        this.background = background;
        this.uiThread = uiThread;
    }

    public void showRoles(Reading<AccessRolesSnapshot> reading) {
        roles = reading;
        take();
    }

    public void showObjects(Reading<AccessObjectsSnapshot> reading) {
        objects = reading;
        take();
    }

    public void showDefaults(Reading<DefaultAclsSnapshot> reading) {
        defaults = reading;
        take();
    }

    /** Tells which roles have worked lately; where that can't be known, nothing is said of it. */
    public void showActivity(Reading<RoleActivitySnapshot> reading) {
        activity = reading.content();
        take();
    }

    /** Tells what a role owns in every database; ignored when another one is looked at. */
    public void showBelongings(RoleDependenciesSnapshot owned) {
        belongings = Optional.of(owned);
        take();
    }

    /** Looks at this role from now on; null at none. */
    public void look(@Nullable Long role) {
        if (role != null && !role.equals(looked)) {
            looked = role;
            sheet.set(null);
            workOut();
        }
    }

    private void take() {
        state.set(PanelState.of(worst(), false));
        if (roles.content().isPresent()
                && objects.content().isPresent()
                && defaults.content().isPresent()) {
            workOut();
        }
    }

    /** The picture is as good as the worst of its three parts. */
    private Reading<?> worst() {
        List<Reading<?>> all = List.of(roles, objects, defaults);
        return all.stream().max((a, b) -> Integer.compare(badness(a), badness(b))).orElseThrow();
    }

    private static int badness(Reading<?> reading) {
        return switch (reading) {
            case Reading.Fresh<?> _ -> 0;
            case Reading.Stale<?> _ -> 1;
            case Reading.Waiting<?> _ -> 2;
            case Reading.Unavailable<?> _ -> 3;
        };
    }

    /** Only the newest wish is answered: a role that was left meanwhile is not shown any more. */
    private void workOut() {
        Optional<AccessRolesSnapshot> someRoles = roles.content();
        Optional<AccessObjectsSnapshot> someObjects = objects.content();
        Optional<DefaultAclsSnapshot> someDefaults = defaults.content();
        Long role = looked;
        if (role == null
                || someRoles.isEmpty()
                || someObjects.isEmpty()
                || someDefaults.isEmpty()) {
            return;
        }
        Optional<RoleActivitySnapshot> lately = activity;
        Optional<RoleDependenciesSnapshot> owned = belongings;
        int wish = ++newest;
        Basis basis = new Basis(someRoles.get(), someObjects.get(), someDefaults.get());
        Basis before = shown;
        background.execute(() -> {
            EffectiveAccess worked =
                    new EffectiveAccess(basis.roles(), basis.objects(), basis.defaults());
            Optional<AccessSheet> made =
                    worked.role(role).map(found -> sheet(worked, found, lately, owned));
            boolean same = basis.equals(before);
            uiThread.execute(() -> show(wish, basis, same, worked, made.orElse(null)));
        });
    }

    /** A table that says the same is left alone: lines stay chosen, and nothing jumps. */
    private void show(
            int wish,
            Basis basis,
            boolean same,
            EffectiveAccess worked,
            @Nullable AccessSheet made) {
        if (wish != newest) {
            return;
        }
        AccessSheet now = sheet.get();
        boolean saysTheSame =
                same
                        && now != null
                        && made != null
                        && now.role() == made.role()
                        && now.notices().equals(made.notices());
        if (!saysTheSame) {
            access = worked;
            shown = basis;
            sheet.set(made);
        }
    }

    private static AccessSheet sheet(
            EffectiveAccess access,
            AccessRole role,
            Optional<RoleActivitySnapshot> lately,
            Optional<RoleDependenciesSnapshot> owned) {
        List<Notice> notices = new ArrayList<>();
        owned.filter(of -> of.role().equals(role.name()) && of.owned() > 0)
                .map(AccessWords::owned)
                .map(sentence -> Notice.of(Notice.Level.INFO, sentence))
                .ifPresent(notices::add);
        lately.flatMap(seen -> AccessWords.unused(access, role, seen))
                .map(sentence -> Notice.of(Notice.Level.INFO, sentence))
                .ifPresent(notices::add);
        if (role.superuser()) {
            notices.add(Notice.of(Notice.Level.WARNING, TEXTS.text("access.superuser")));
        }
        long notRead = access.objects().notRead();
        if (notRead > 0) {
            notices.add(Notice.of(Notice.Level.WARNING, TEXTS.text("access.notRead", notRead)));
        }
        if (access.roles().notRead() > 0 || access.roles().membershipsNotRead() > 0) {
            notices.add(Notice.of(Notice.Level.WARNING, TEXTS.text("access.rolesNotRead")));
        }
        return new AccessSheet(role.oid(), notices, new AccessLines(access, role).all());
    }

    /** By which ways the role that is looked at comes to a privilege; may be long to work out. */
    List<String> ways(AccessObject object, Privilege privilege) {
        EffectiveAccess now = access;
        Long role = looked;
        if (now == null || role == null) {
            return List.of();
        }
        return now.role(role).stream()
                .flatMap(found -> now.paths(found, object, privilege).stream())
                .map(AccessWords::path)
                .toList();
    }

    /**
     * Everybody who may do something with an object, a line for each role and way; empty before
     * anything was read. May be long to work out.
     */
    List<WhoCanRow> whoCan(AccessObject object) {
        EffectiveAccess now = access;
        if (now == null) {
            return List.of();
        }
        List<Privilege> all = object.kind().privileges(now.roles().major()).list();
        List<WhoCanRow> rows = new ArrayList<>();
        for (EffectiveAccess.RoleAccess one : now.whoCan(object)) {
            Map<AccessPath, List<Privilege>> byWay = new LinkedHashMap<>();
            for (Privilege privilege : all) {
                now.paths(one.role(), object, privilege)
                        .forEach(path ->
                                byWay.computeIfAbsent(path, _ -> new ArrayList<>()).add(privilege));
            }
            byWay.forEach((path, privileges) ->
                    rows.add(
                            new WhoCanRow(
                                    one.role().name(),
                                    AccessWords.path(path),
                                    AccessWords.privileges(privileges, all),
                                    path.afterSetRole())));
        }
        return rows;
    }

    /** The name of the role that is looked at; empty before anything was read. */
    Optional<String> role() {
        EffectiveAccess now = access;
        Long role = looked;
        return now == null || role == null
                ? Optional.empty()
                : now.role(role).map(AccessRole::name);
    }

    /** The major of the server; 0 before anything was read. */
    int major() {
        EffectiveAccess now = access;
        return now == null ? 0 : now.roles().major();
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    /** Null while nothing is worked out, and when the role is gone. */
    ReadOnlyObjectProperty<@Nullable AccessSheet> sheet() {
        return sheet.getReadOnlyProperty();
    }
}
