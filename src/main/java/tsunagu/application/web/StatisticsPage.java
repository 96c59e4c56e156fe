package tsunagu.application.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.application.Statistics;
import tsunagu.application.StatisticsService;

/** A company's numbers against the middle of its industry. */
@Named
@RequestScoped
public class StatisticsPage {

    @Inject
    private StatisticsService service;

    private Statistics statistics;

    public Statistics getStatistics() {
        if (statistics == null) {
            statistics = service.own();
        }
        return statistics;
    }
}
