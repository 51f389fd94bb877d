package dev.howdah.bench;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands every benchmark the one report of the run, which prints itself when all have run. */
public final class ReportAtTheEnd implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(Report.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Report.class;
    }

    /** What lies in the root's store is closed when the run ends. */
    @Override
    public Report resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Report.class, _ -> new Report(), Report.class);
    }
}
