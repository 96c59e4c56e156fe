package tsunagu.matching;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tsunagu.finding.JobCard;
import tsunagu.posting.WageUnit;
import tsunagu.seeker.Wish;
import tsunagu.shared.Classification;
import tsunagu.shared.Words;

/** What a record itself says about the points it is weighed by, as its page shows it. */
final class Facts {

    private Facts() {}

    static Map<String, String> of(JobCard job) {
        Map<String, String> facts = new TreeMap<>();
        facts.put(Wish.AREA.name(), area(job.area()));
        facts.put(Wish.OCCUPATION.name(), Classification.OCCUPATIONS.get(job.occupation()).name());
        facts.put(Wish.INDUSTRY.name(), Classification.INDUSTRIES.get(job.industry()).name());
        facts.put(Wish.EMPLOYMENT.name(), Words.japanese("posting.employment." + job.employment()));
        if (job.wageUnit() == WageUnit.MONTH) {
            facts.put(Wish.WAGE.name(), String.format("%,d", job.wageMin()));
        }
        if (job.daysOff() != null) {
            facts.put(Wish.DAYS_OFF.name(), String.valueOf(job.daysOff()));
        }
        facts.put(Criteria.AUDIENCE, job.audiences().stream().map(each -> Words.japanese("web.audience." + each)).collect(Collectors.joining(" / ")));
        return facts;
    }

    static String area(String code) {
        return Classification.AREAS.get(code).name();
    }
}
