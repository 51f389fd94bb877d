package dev.howdah.app;

import dev.howdah.core.Environment;
import dev.howdah.profile.Profile;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One server in the rail: a saved profile, or the lab, which has one only once it runs. */
final class RailEntry {
    /** The dot before the name. */
    enum Dot {
        CLOSED,
        OPENING,
        FINE,
        TROUBLE
    }

    /** What the provider of an open server is at. */
    enum Work {
        NONE,
        UNDER_WAY,
        /** Of something it is not known whether the provider got it. */
        UNSURE
    }

    private final UUID id;
    private final boolean lab;
    private final ObjectProperty<Optional<Profile>> profile;
    private final ObjectProperty<Dot> dot = new SimpleObjectProperty<>(Dot.CLOSED);
    private final ObjectProperty<Work> work = new SimpleObjectProperty<>(Work.NONE);
    private final String labName;

    private RailEntry(UUID id, boolean lab, Optional<Profile> profile, String labName) {
        this.id = id;
        this.lab = lab;
        this.profile = new SimpleObjectProperty<>(profile);
        this.labName = labName;
    }

    static RailEntry of(Profile profile) {
        return new RailEntry(profile.id(), false, Optional.of(profile), "");
    }

    static RailEntry ofLab(UUID id, String name) {
        return new RailEntry(id, true, Optional.empty(), name);
    }

    UUID id() {
        return id;
    }

    boolean isLab() {
        return lab;
    }

    ObjectProperty<Optional<Profile>> profile() {
        return profile;
    }

    ObjectProperty<Dot> dot() {
        return dot;
    }

    ObjectProperty<Work> work() {
        return work;
    }

    String name() {
        return profile.get().map(Profile::name).orElse(labName);
    }

    Environment environment() {
        return lab
                ? Environment.LAB
                : profile.get().map(Profile::environment).orElse(Environment.DEVELOPMENT);
    }
}
