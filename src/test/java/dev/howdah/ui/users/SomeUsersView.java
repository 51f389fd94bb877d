package dev.howdah.ui.users;

import dev.howdah.history.CertificateHistory;
import dev.howdah.session.Session;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import java.nio.file.Path;
import java.time.ZoneOffset;
import javafx.scene.Parent;

/** The tab Users as it looks with a view-model that a test fills. */
final class SomeUsersView {
    private SomeUsersView() {}

    /**
     * On the JavaFX thread.
     *
     * @param folder for certificates
     */
    static Parent of(UsersViewModel model, Session session, SomeWorkbench workbench, Path folder) {
        RolePages pages = new RolePages();
        UserForms forms = SomeForms.of(session, workbench, model);
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
