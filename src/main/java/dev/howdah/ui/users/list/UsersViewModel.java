package dev.howdah.ui.users.list;

import dev.howdah.core.Quantities;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Asker;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.provider.NoProvider;
import dev.howdah.ui.Names;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.users.hosted.HostedActs;
import dev.howdah.ui.users.hosted.HostedUsers;
import dev.howdah.ui.users.list.RoleLine.Entry;
import dev.howdah.ui.users.proof.RoleProof;
import dev.howdah.ui.users.role.Expiry;
import dev.howdah.ui.users.role.Memberships;
import dev.howdah.ui.users.role.RoleDetail;
import dev.howdah.ui.users.role.RoleWords;
import dev.howdah.ui.users.use.RoleUse;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The roles of a server, and the one that is looked at. */
public final class UsersViewModel {
    private static final Texts TEXTS = Texts.of(UsersViewModel.class);

    private final RoleWords words;
    private final boolean readOnly;
    private final boolean providerMakesUsers;
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final RoleList list = new RoleList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper newUserObstacle =
            new ReadOnlyStringWrapper(TEXTS.text("users.newUser.notRead"));
    private final ReadOnlyObjectWrapper<RoleUse> use =
            new ReadOnlyObjectWrapper<>(RoleUse.waiting());
    private final ReadOnlyObjectWrapper<@Nullable RoleDetail> detail =
            new ReadOnlyObjectWrapper<>();
    private @Nullable RolesSnapshot snapshot;
    private Map<String, RoleProof> proofs = Map.of();
    private final ReadOnlyObjectWrapper<HostedUsers> hosted =
            new ReadOnlyObjectWrapper<>(HostedUsers.of(new NoProvider()));
    private Memberships memberships = new Memberships(Map.of(), Map.of());
    private @Nullable Long looked;

    /**
     * @param zone in which expiries are shown
     * @param readOnly whether the profile forbids every change
     * @param providerMakesUsers whether there is a way to make users that needs no right in SQL
     */
    public UsersViewModel(ZoneId zone, boolean readOnly, boolean providerMakesUsers) {
        this.words = new RoleWords(zone);
        this.readOnly = readOnly;
        this.providerMakesUsers = providerMakesUsers;
    }

    public void show(Reading<RolesSnapshot> reading) {
        state.set(PanelState.of(reading, false));
        reading.content().ifPresent(this::take);
    }

    private void take(RolesSnapshot newest) {
        snapshot = newest;
        memberships = Memberships.of(newest);
        if (looked == null) {
            looked = oidOf(newest.currentUser(), newest);
        }
        list.show(newest.roles().stream().map(role -> entry(role, newest)).toList());
        summary.set(summaryOf(newest));
        newUserObstacle.set(obstacle(newest.asker()));
        showDetail();
    }

    /** Why no user can be made, in few words; empty when one can. */
    private String obstacle(Asker asker) {
        if (readOnly) {
            return TEXTS.text("users.newUser.readOnlyProfile");
        }
        if (asker.inRecovery()) {
            return TEXTS.text("users.newUser.standby");
        }
        return makesRoles(asker) || providerMakesUsers
                ? ""
                : TEXTS.text("users.newUser.noRight", Names.visible(asker.name()));
    }

    private static boolean makesRoles(Asker asker) {
        return asker.attributes().superuser() || asker.attributes().createRole();
    }

    /** Whether the provider can make users and SQL, with the rights we have, can't. */
    public boolean onlyProviderMakesUsers() {
        return providerMakesUsers && known().filter(now -> makesRoles(now.asker())).isEmpty();
    }

    /** Whether a role of this name is known. */
    public boolean isTaken(String name) {
        return known().filter(now -> oidOf(name, now) != null).isPresent();
    }

    /** The newest roles that were read; empty before. */
    public Optional<RolesSnapshot> known() {
        return Optional.ofNullable(snapshot);
    }

    /** The role that is looked at, as it was read last; empty when none is or it is gone. */
    public Optional<Role> looked() {
        Long oid = looked;
        return known().flatMap(now ->
                now.roles().stream().filter(role -> oid != null && role.oid() == oid).findFirst());
    }

    /** What can be done to the role that is looked at. */
    public Optional<RoleActs> acts() {
        return looked().flatMap(role -> known().map(now -> acts(role, now)));
    }

    /** What the provider's API can do to the role that is looked at; empty where it has no say. */
    public Optional<HostedActs> hostedActs() {
        return looked().flatMap(role ->
                known().flatMap(now -> hosted.get().acts(role, now.rights(role), readOnly)));
    }

    private RoleActs acts(Role role, RolesSnapshot now) {
        boolean hasMembers = !memberships.membersOf(role.oid()).isEmpty();
        return RoleActs.of(role, hasMembers, now.rights(role), readOnly);
    }

    private Entry entry(Role role, RolesSnapshot of) {
        return new Entry(
                role,
                role.kind(),
                Expiry.of(role, of.serverTime()),
                role.name().equals(of.currentUser()),
                Optional.ofNullable(proofs.get(role.name())).map(RoleProof::mark));
    }

    /** Marks the roles that were proven, by name. */
    public void showProofs(Map<String, RoleProof> newest) {
        proofs = newest;
        RolesSnapshot now = snapshot;
        if (now != null) {
            take(now);
        }
    }

    /** Tells which roles the provider knows. */
    public void showHosted(HostedUsers newest) {
        hosted.set(newest);
        showDetail();
    }

    /** Tells which roles are in use, for the filter. */
    public void showUse(RoleUse newest) {
        if (!newest.equals(use.get())) {
            use.set(newest);
            list.know(newest.unused());
        }
    }

    private static @Nullable Long oidOf(String name, RolesSnapshot snapshot) {
        return snapshot.roles().stream()
                .filter(role -> role.name().equals(name))
                .map(Role::oid)
                .findFirst()
                .orElse(null);
    }

    private static String summaryOf(RolesSnapshot newest) {
        long logins = newest.roles().stream().filter(r -> r.attributes().login()).count();
        String text = TEXTS.text("users.summary", newest.total(), logins);
        return newest.notRead() == 0
                ? text
                : TEXTS.text("users.summary.more", text, Quantities.count(newest.notRead()));
    }

    /** Looks at the role of this line; a heading or nothing changes nothing. */
    public void look(@Nullable LiveRow<RoleLine> row) {
        if (row != null && row.get() instanceof Entry entry) {
            looked = entry.role().oid();
            showDetail();
        }
    }

    /** The row of the role that is looked at; empty when it is hidden or none is. */
    public Optional<LiveRow<RoleLine>> lookedAt() {
        Long oid = looked;
        return oid == null ? Optional.empty() : list.listed(oid);
    }

    private void showDetail() {
        RolesSnapshot now = snapshot;
        Long oid = looked;
        if (now == null || oid == null) {
            return;
        }
        RoleDetail newest =
                now.roles().stream()
                        .filter(role -> role.oid() == oid)
                        .findFirst()
                        .map(role -> detail(role, now))
                        .orElse(null);
        if (newest == null || !newest.equals(detail.get())) {
            detail.set(newest);
        }
    }

    private RoleDetail detail(Role role, RolesSnapshot now) {
        RoleDetail told = words.detail(role, now, memberships);
        return hosted.get().fact(role).map(told::with).orElse(told);
    }

    public ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    /** The roles as lines, and what is looked for among them. */
    public RoleList list() {
        return list;
    }

    /** What the provider tells of its users. */
    public ReadOnlyObjectProperty<HostedUsers> hosted() {
        return hosted.getReadOnlyProperty();
    }

    /** What is known of the use of roles. */
    ReadOnlyObjectProperty<RoleUse> use() {
        return use.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** Why no user can be made, in few words; empty when one can. */
    public ReadOnlyStringProperty newUserObstacle() {
        return newUserObstacle.getReadOnlyProperty();
    }

    /** Null while nothing is looked at, and when the role is gone. */
    public ReadOnlyObjectProperty<@Nullable RoleDetail> detail() {
        return detail.getReadOnlyProperty();
    }
}
