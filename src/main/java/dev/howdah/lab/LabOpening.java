package dev.howdah.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.lab.LabProgress.Step;
import dev.howdah.lab.control.Foundation;
import dev.howdah.lab.copies.LabCopies;
import dev.howdah.lab.fleet.Parameters;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabBinaries;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.node.PostgresArchive;
import dev.howdah.lab.sample.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * The way to an open lab. Each step looks for what it would make, and what is there under its final
 * name is whole; so a run that was killed anywhere is taken up by the next one.
 *
 * @param folder the lab's own
 * @param programs where PostgreSQL is unpacked
 */
record LabOpening(Path folder, Path programs, Consumer<LabProgress> progress)
        implements Foundation {
    /** PostgreSQL 61 MB, cluster and data 230 MB, WAL 130 MB: measured, and rounded up. */
    private static final long NEEDED_BYTES = 600L << 20;

    /** Unpacks PostgreSQL if that has to be done. */
    LabBinaries unpack() throws ProblemException, InterruptedException {
        try {
            PostgresArchive archive = PostgresArchive.onClassPath();
            if (!Files.isDirectory(programs.resolve(archive.name()))) {
                LabProblems.requireRoom(programs, NEEDED_BYTES);
            }
            return LabBinaries.unpacked(
                    archive, programs, fraction -> tell(Step.UNPACKING, fraction));
        } catch (IOException e) {
            throw LabProblems.of(e, programs);
        }
    }

    @Override
    public void create(LabNode node, Secret password)
            throws ProblemException, InterruptedException {
        LabProblems.requireRoom(folder, NEEDED_BYTES);
        node.create(Parameters.INITDB, password);
        tell(Step.STARTING, 0);
    }

    @Override
    public void fill(LabNode primary) throws ProblemException, InterruptedException {
        tell(Step.FILLING, 0);
        SampleData data =
                new SampleData(new ControlPlane(primary).access(LabNode.MAINTENANCE_DATABASE));
        try {
            data.fillIfMissing(fraction -> tell(Step.FILLING, fraction));
            if (!Files.isRegularFile(passwordFile())) {
                byte[] fresh = LabNode.randomPassword().reveal().getBytes(US_ASCII);
                AtomicFile.write(passwordFile(), fresh);
            }
            data.setMissingPasswords(services());
        } catch (SQLException e) {
            throw LabProblems.notFilled(e, folder);
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /** The password of the services, once the lab is filled. */
    Secret services() throws ProblemException {
        try {
            return Secret.of(Files.readString(passwordFile(), US_ASCII).strip());
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    private Path passwordFile() {
        return cluster().resolve("services-password");
    }

    /** Where clusters are that were restored beside the lab's own. */
    Path copies() {
        return LabCopies.under(folder);
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    void tell(Step step, double fraction) {
        progress.accept(new LabProgress(step, fraction));
    }
}
