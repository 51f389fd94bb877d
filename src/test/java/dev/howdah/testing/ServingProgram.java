package dev.howdah.testing;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Starts a test server, says by which process, and stands still. It exists to be killed. */
final class ServingProgram {
    private ServingProgram() {}

    public static void main(String[] arguments) {
        TestServer server = TestServer.start(18, Map.of());
        ChildProgram.say(server.postmaster().pid() + " " + server.data());
        while (true) {
            LockSupport.park();
        }
    }
}
