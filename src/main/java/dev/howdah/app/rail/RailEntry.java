package dev.howdah.app.rail;

import dev.howdah.core.change.Environment;
import dev.howdah.profile.Profile;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * One server in the rail: a saved profile, or the lab or a copy in it, which have one only once
 * they run.
 */
public final class RailEntry {
    /** The dot before the name. */
    public enum Dot {
        CLOSED,
        OPENING,
        FINE,
        TROUBLE
    }

    /** What kind of server it is. */
    private enum Kind {
        SAVED,
        LAB,
        COPY
    }

    /** What the provider of an open server is at. */
    public enum Work {
        NONE,
        UNDER_WAY,
        /** Of something it is not known whether the provider got it. */
        UNSURE
    }

    private final UUID id;
    private final Kind kind;
    private final ObjectProperty<Optional<Profile>> profile;
    private final ObjectProperty<Dot> dot = new SimpleObjectProperty<>(Dot.CLOSED);
    private final ObjectProperty<Work> work = new SimpleObjectProperty<>(Work.NONE);
    private final String fixedName;

    private RailEntry(UUID id, Kind kind, Optional<Profile> profile, String fixedName) {
        this.id = id;
        this.kind = kind;
        this.profile = new SimpleObjectProperty<>(profile);
        this.fixedName = fixedName;
    }

    static RailEntry of(Profile profile) {
        return new RailEntry(profile.id(), Kind.SAVED, Optional.of(profile), "");
    }

    public static RailEntry ofLab(UUID id, String name) {
        return new RailEntry(id, Kind.LAB, Optional.empty(), name);
    }

    /** One that the lab holds of some server. */
    static RailEntry ofCopy(UUID id, String name) {
        return new RailEntry(id, Kind.COPY, Optional.empty(), name);
    }

    public UUID id() {
        return id;
    }

    public boolean isLab() {
        return kind == Kind.LAB;
    }

    public boolean isCopy() {
        return kind == Kind.COPY;
    }

    /** Whether it is a profile that the person made and can edit. */
    public boolean isSaved() {
        return kind == Kind.SAVED;
    }

    public ObjectProperty<Optional<Profile>> profile() {
        return profile;
    }

    public ObjectProperty<Dot> dot() {
        return dot;
    }

    public ObjectProperty<Work> work() {
        return work;
    }

    public String name() {
        return profile.get().map(Profile::name).orElse(fixedName);
    }

    Environment environment() {
        return !isSaved()
                ? Environment.LAB
                : profile.get().map(Profile::environment).orElse(Environment.DEVELOPMENT);
    }
}
