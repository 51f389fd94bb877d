package dev.howdah.ui.users.places;

import dev.howdah.core.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Further servers on which the same users are wanted, by what is open in the window. */
public final class OtherServers {
    private static final Texts TEXTS = Texts.of(OtherServers.class);

    private final Runnable changed;
    private List<Choice> choices = List.of();

    /**
     * One of them.
     *
     * @param obstacle why nothing can be done there, as a sentence; empty when it can
     */
    public record Choice(NewUserSource source, BooleanProperty chosen, String obstacle) {
        public String name() {
            return source.target().server();
        }
    }

    /**
     * @param changed called when others are chosen
     */
    public OtherServers(Runnable changed) {
        this.changed = changed;
    }

    /** What is open now; what was chosen stays chosen. */
    public void show(List<NewUserSource> open) {
        Map<String, Boolean> before =
                choices.stream()
                        .collect(
                                Collectors.toMap(
                                        Choice::name,
                                        choice -> choice.chosen().get(),
                                        (one, _) -> one));
        List<Choice> newest = new ArrayList<>();
        for (NewUserSource source : open) {
            boolean readOnly = source.target().readOnly();
            BooleanProperty chosen =
                    new SimpleBooleanProperty(
                            !readOnly && before.getOrDefault(source.target().server(), false));
            chosen.subscribe((_, _) -> changed.run());
            newest.add(new Choice(source, chosen, readOnly ? TEXTS.text("servers.readOnly") : ""));
        }
        choices = List.copyOf(newest);
    }

    public void startOver() {
        choices.forEach(choice -> choice.chosen().set(false));
    }

    public List<Choice> choices() {
        return choices;
    }

    public List<NewUserSource> chosen() {
        return choices.stream()
                .filter(choice -> choice.chosen().get())
                .map(Choice::source)
                .toList();
    }
}
