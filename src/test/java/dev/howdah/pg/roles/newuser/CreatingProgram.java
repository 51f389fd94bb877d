package dev.howdah.pg.roles.newuser;

import dev.howdah.core.Secret;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.newuser.NewUser.Closing;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.newuser.NewUser.Limits;
import dev.howdah.pg.roles.newuser.NewUser.Scope;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.testing.ChildProgram;
import java.util.List;

/** Makes one user after the other until it is killed. */
final class CreatingProgram {
    private CreatingProgram() {}

    /**
     * @param arguments host, port, superuser, its password, beginning of the new users' names
     */
    public static void main(String[] arguments) throws Exception {
        PgTarget target =
                PgTarget.of(
                        arguments[0],
                        Integer.parseInt(arguments[1]),
                        "postgres",
                        arguments[2],
                        TlsMode.DISABLE);
        NewUsers users = SomeReach.to(target, arguments[3]).newUsers();
        for (int i = 0; ; i++) {
            NewUser user =
                    new NewUser(
                            arguments[4] + i,
                            Kind.READ_ONLY,
                            _ -> ScramVerifier.of(Secret.of("interrupted password"), 1),
                            List.of(Scope.all("postgres")),
                            Limits.usual(Kind.READ_ONLY),
                            new Closing(false, false, false));
            users.change(List.of(users.plan(user))).action().run();
            ChildProgram.say(user.name());
        }
    }
}
