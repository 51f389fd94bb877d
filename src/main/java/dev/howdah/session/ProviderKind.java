package dev.howdah.session;

import java.util.Arrays;
import java.util.Optional;

/** The providers whose API the console speaks. */
public enum ProviderKind {
    SCALINGO("scalingo", "Scalingo");

    private final String word;
    private final String title;

    ProviderKind(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As profiles call it; never changes. */
    public String word() {
        return word;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** Empty for a provider that only a newer console knows. */
    static Optional<ProviderKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
