package dev.howdah.app;

import dev.howdah.profile.secret.Keychain;
import dev.howdah.profile.secret.SecretStore;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/**
 * What the desktop gives the program.
 *
 * @param keychain opens the desktop's when it is first needed
 * @param environment the variables of the process
 * @param folders asks the person where files go
 * @param clock by which the program goes
 */
record Desktop(
        Supplier<SecretStore> keychain,
        Map<String, String> environment,
        FolderDialog folders,
        Clock clock) {

    Desktop {
        environment = Map.copyOf(environment);
    }

    /** The desktop's own dialog in which a folder is chosen. */
    @FunctionalInterface
    interface FolderDialog {
        /** Returns when the person has chosen; empty when not. JavaFX thread. */
        Optional<Path> ask(String question, Optional<Window> owner);
    }

    /** The one on which the program runs. */
    static Desktop here() {
        return new Desktop(Keychain::usable, System.getenv(), Desktop::ask, Clock.systemUTC());
    }

    private static Optional<Path> ask(String question, Optional<Window> owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(question);
        Path usual = Path.of(System.getProperty("user.home"), "Downloads");
        if (Files.isDirectory(usual)) {
            chooser.setInitialDirectory(usual.toFile());
        }
        return Optional.ofNullable(chooser.showDialog(owner.orElse(null))).map(File::toPath);
    }
}
