package dev.howdah.ui.settings.parameters;

import dev.howdah.pg.settings.SettingsSnapshot;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A parameter that two servers have differently.
 *
 * @param here empty when this server has no such parameter, or hides it
 * @param there empty when the other one has no such parameter, or hides it
 */
record ParameterDifference(String name, Optional<String> here, Optional<String> there) {

    /** By name; parameters that describe the server itself are among them. */
    static List<ParameterDifference> between(SettingsSnapshot here, SettingsSnapshot there) {
        Map<String, String> ours = values(here);
        Map<String, String> theirs = values(there);
        TreeMap<String, String> all = new TreeMap<>(ours);
        all.putAll(theirs);
        List<ParameterDifference> differences = new ArrayList<>();
        for (String name : all.keySet()) {
            Optional<String> one = Optional.ofNullable(ours.get(name));
            Optional<String> other = Optional.ofNullable(theirs.get(name));
            if (!one.equals(other)) {
                differences.add(new ParameterDifference(name, one, other));
            }
        }
        return List.copyOf(differences);
    }

    private static Map<String, String> values(SettingsSnapshot snapshot) {
        Map<String, String> values = new TreeMap<>();
        for (Setting setting : snapshot.settings()) {
            values.put(setting.name(), ParameterWords.value(setting.value()));
        }
        return values;
    }
}
