package tsunagu.job.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.job.JobService;
import tsunagu.job.StateFigure;

/** How the installation is, in plain words: the same numbers that metrics and alerts are made of. */
@Named
@RequestScoped
public class StatePage {

    private static final long MEGABYTE = 1024L * 1024;

    @Inject
    private JobService jobs;

    private List<StateFigure> figures;

    public List<StateFigure> getFigures() {
        if (figures == null) {
            figures = jobs.figures();
        }
        return figures;
    }

    public boolean isBad() {
        return getFigures().stream().anyMatch(StateFigure::bad);
    }

    /** Memory of the node that made this page, in megabytes. */
    public long getHeapUsed() {
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGABYTE;
    }

    /** What it may become. */
    public long getHeapMost() {
        return Runtime.getRuntime().maxMemory() / MEGABYTE;
    }
}
