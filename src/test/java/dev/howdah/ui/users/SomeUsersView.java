package dev.howdah.ui.users;

import dev.howdah.history.CertificateHistory;
import dev.howdah.session.Session;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.users.access.AccessActs;
import dev.howdah.ui.users.access.AccessController;
import dev.howdah.ui.users.access.AccessViewModel;
import dev.howdah.ui.users.list.RoleUseController;
import dev.howdah.ui.users.list.UsersViewModel;
import dev.howdah.ui.users.proof.ProofController;
import dev.howdah.ui.users.proof.ProofViewModel;
import dev.howdah.ui.users.proof.RoleProofs;
import dev.howdah.ui.users.proof.RoleProving;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;

/** The tab Users as it looks with a view-model that a test fills. */
public final class SomeUsersView {
    private SomeUsersView() {}

    /**
     * On the JavaFX thread.
     *
     * @param folder for certificates
     */
    public static Parent of(
            UsersViewModel model, Session session, SomeWorkbench workbench, Path folder) {
        RolePages pages = new RolePages();
        UserForms forms =
                new UserForms(
                        session, workbench, List::of, model, ZoneOffset.UTC, Optional.empty());
        RoleActsController acts = new RoleActsController(model, forms);
        RoleDetailController detail = new RoleDetailController(model, acts, workbench);
        AccessViewModel access = new AccessViewModel(Runnable::run, Runnable::run);
        RoleProofs proofs = new RoleProofs(session, workbench, new CertificateHistory(folder));
        return FxmlViews.load(
                new UsersController(
                        model, pages, detail, workbench, ZoneOffset.UTC, () -> {}, () -> {}),
                new RolePagesController(pages),
                new AccessController(
                        access,
                        workbench,
                        new AccessActs(session, workbench, () -> {}),
                        () -> {},
                        () -> {}),
                new ProofController(
                        new ProofViewModel(),
                        new RoleProving(session, workbench, proofs),
                        workbench,
                        ZoneOffset.UTC),
                detail,
                new RoleUseController(model, () -> {}),
                new NewUserButtonController(model, forms),
                acts);
    }
}
