package dev.howdah.ui.settings.allowlist.typing;

import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.ui.settings.allowlist.effect.Overlaps;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The two fields of a rule that is about to be added, judged while they are typed. */
public final class TypedRule {
    private final StringProperty range = new SimpleStringProperty("");
    private final StringProperty label = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper();
    private Optional<Allowlist> list = Optional.empty();
    private List<AllowRule> wanted = List.of();

    public TypedRule() {
        range.subscribe(this::judge);
    }

    /**
     * The rule is judged beside these.
     *
     * @param now for what the provider takes
     */
    public void beside(Optional<Allowlist> now, List<AllowRule> others) {
        list = now;
        wanted = others;
        judge();
    }

    private void judge() {
        TypedRange typed = typed();
        usable.set(typed.cidr().isPresent());
        remark.set(
                typed.remark().isEmpty()
                        ? typed.cidr().map(cidr -> Overlaps.of(cidr, wanted)).orElse("")
                        : typed.remark());
    }

    private TypedRange typed() {
        return TypedRange.read(range.get(), list.map(Allowlist::takesIpv6).orElse(false));
    }

    /** The rule, which empties the fields; nothing while it is none. */
    public Optional<AllowRule> take() {
        Optional<AllowRule> rule =
                list.flatMap(now ->
                        typed().cidr()
                                .map(cidr ->
                                        AllowRule.of(cidr, PastedRules.label(label.get(), now))));
        if (rule.isPresent()) {
            range.set("");
            label.set("");
        }
        return rule;
    }

    public StringProperty range() {
        return range;
    }

    public StringProperty label() {
        return label;
    }

    /** What the typed range means, why it is none, or what it has in common with other rules. */
    public ReadOnlyStringProperty remark() {
        return remark.getReadOnlyProperty();
    }

    /** Whether a range is typed that can be added. */
    public ReadOnlyBooleanProperty usable() {
        return usable.getReadOnlyProperty();
    }
}
