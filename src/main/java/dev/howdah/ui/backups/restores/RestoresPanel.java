package dev.howdah.ui.backups.restores;

import dev.howdah.core.Texts;
import dev.howdah.history.RestoreProofHistory;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.copies.CopiesInLab;
import dev.howdah.ui.backups.copies.RestoredCopies;
import dev.howdah.ui.backups.labrestore.LabCopyController;
import dev.howdah.ui.backups.labrestore.LabRestoreController;
import dev.howdah.ui.backups.labrestore.LabRestoreViewModel;
import dev.howdah.ui.backups.labrestore.LabRestores;
import dev.howdah.ui.panel.TabPanel;
import java.time.ZoneId;
import javafx.scene.Parent;
import javafx.util.Subscription;

/** A restored copy of this server: compared, proven, and tables brought back from it. */
public final class RestoresPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(RestoresPanel.class);

    private final Workbench workbench;
    private final RestoredCopies copies;
    private final RestoresViewModel model;
    private final CopyActs acts;
    private final LabRestoreViewModel labModel;
    private final CopiesInLab lab;
    private final LabRestores labRestores;
    private Subscription watch = Subscription.EMPTY;

    public RestoresPanel(
            Session session,
            Workbench workbench,
            RestoreProofHistory proofs,
            RestoredCopies copies,
            CopiesInLab lab) {
        this.workbench = workbench;
        this.copies = copies;
        this.lab = lab;
        this.model = new RestoresViewModel(workbench.clock(), ZoneId.systemDefault());
        this.labModel = new LabRestoreViewModel(workbench.clock(), ZoneId.systemDefault());
        RestoreProver prover = new RestoreProver(session, proofs, workbench.clock());
        this.acts = new CopyActs(session, workbench, prover, model);
        this.labRestores = new LabRestores(session, workbench, lab, labModel, acts::prove);
    }

    @Override
    public Place place() {
        return Place.BACKUPS_RESTORES;
    }

    @Override
    public String title() {
        return TEXTS.text("restores.panel");
    }

    @Override
    public Parent view() {
        watch = lab.seen().subscribe(this::showLab);
        model.chosen().subscribe(labModel::choose);
        return FxmlViews.load(
                new RestoresController(model, acts, workbench),
                new LabRestoreController(labModel, labRestores),
                new LabCopyController(labModel, labRestores));
    }

    private void showLab(CopiesInLab.Seen now) {
        model.showCopies(copies.now());
        labRestores.show(now);
    }

    @Override
    public void shown() {
        model.showCopies(copies.now());
        acts.readProofs();
    }

    @Override
    public void hidden() {}

    @Override
    public void close() {
        watch.unsubscribe();
        lab.close();
        acts.stop();
    }
}
