package dev.howdah.app.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private static PaletteEntry entry(String kind, String name) {
        return new PaletteEntry(kind, name, "", () -> {});
    }

    @Test
    void findsByPartsOfNameAndKindWithTheBestMatchFirst() {
        PaletteViewModel model =
                new PaletteViewModel(
                        List.of(
                                entry("Act", "Search servers"),
                                entry("Server", "orders"),
                                entry("Role", "reorders")));

        model.search().set("ord");
        assertEquals(List.of("orders", "reorders"), names(model));

        model.search().set("role ord");
        assertEquals(List.of("reorders"), names(model));

        model.search().set("server");
        assertEquals(List.of("Search servers", "orders"), names(model));
    }

    @Test
    void whatIsFoundLaterJoinsTheSearchThatIsUnderWay() {
        PaletteViewModel model = new PaletteViewModel(List.of());
        model.search().set("work");
        model.add(List.of(entry("Parameter", "work_mem"), entry("Parameter", "fsync")));

        assertEquals(List.of("work_mem"), names(model));
    }

    @Test
    void neverShowsMoreThanAnybodyScrollsThrough() {
        PaletteViewModel model =
                new PaletteViewModel(
                        IntStream.range(0, 20_000)
                                .mapToObj(i -> entry("Role", "role_" + i))
                                .toList());

        assertEquals(PaletteViewModel.MAX_SHOWN, model.found().size());
    }

    private static List<String> names(PaletteViewModel model) {
        return model.found().stream().map(PaletteEntry::name).toList();
    }
}
