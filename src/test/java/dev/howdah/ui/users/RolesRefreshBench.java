package dev.howdah.ui.users;

import dev.howdah.bench.Report;
import dev.howdah.bench.ReportAtTheEnd;
import dev.howdah.core.Reading;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.SomeRoles;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.users.list.UsersViewModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What it costs the JavaFX thread when as many roles as are ever read are read again. */
@Tag("bench")
@ExtendWith(ReportAtTheEnd.class)
class RolesRefreshBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 60;

    @Test
    void readingTheRolesAgain(Report report) {
        Fx.start();
        UsersViewModel model = Fx.call(() -> new UsersViewModel(ZoneOffset.UTC, false, false));
        Parent view = Fx.call(() -> shown(model));
        double first = refresh(model, view, roles(0));
        double longest = 0;
        for (int round = 1; round < WARM_UP + ROUNDS; round++) {
            double millis = refresh(model, view, roles(round));
            longest = round < WARM_UP ? 0 : Math.max(longest, millis);
        }
        report.figure("roles: 20,000 shown first, CPU of the JavaFX thread", first, "ms");
        report.atMost(100, "roles: 20,000 read again, 1 % changed, most CPU", longest, "ms");
    }

    private static double refresh(UsersViewModel model, Parent view, List<Role> roles) {
        Reading<RolesSnapshot> reading =
                new Reading.Fresh<>(
                        SomeRoles.snapshot(
                                roles, roles.size(), roles.getFirst().name(), SomeRoles.NOW),
                        SomeRoles.NOW);
        return Fx.call(() -> {
            long start = THREADS.getCurrentThreadCpuTime();
            model.show(reading);
            view.applyCss();
            view.layout();
            return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        });
    }

    /** One role in a hundred has other sessions than the round before, and a tenth are groups. */
    private static List<Role> roles(int round) {
        return IntStream.range(0, RolesQuery.LIMIT)
                .mapToObj(i -> {
                    String name = String.format("tenant_%05d", i);
                    return i % 10 == 0
                            ? SomeRoles.group(i + 1L, name)
                            : SomeRoles.in(
                                    SomeRoles.using(
                                            SomeRoles.login(i + 1L, name),
                                            i % 100 == 1 ? round % 5 : 0,
                                            -1),
                                    SomeRoles.group(i / 10 * 10L + 1L, "tenant group"));
                })
                .toList();
    }

    private static Parent shown(UsersViewModel model) {
        Parent view =
                SomeUsersView.of(
                        model, SomeSessions.nowhere(), new SomeWorkbench(), Path.of("target"));
        Fx.style(new Scene(view, 1_200, 700), Fx.Look.LIGHT);
        view.applyCss();
        view.layout();
        return view;
    }
}
