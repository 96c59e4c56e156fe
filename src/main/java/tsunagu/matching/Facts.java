package tsunagu.matching;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tsunagu.finding.JobCard;
import tsunagu.posting.WageUnit;
import tsunagu.seeker.Wish;
import tsunagu.shared.Classification;
import tsunagu.shared.Words;

/** What a record itself says about the points it is weighed by, as its page shows it in the reader's language. */
final class Facts {

    private Facts() {}

    static Map<String, String> of(JobCard job, Locale language) {
        boolean english = language.equals(Locale.ENGLISH);
        Map<String, String> facts = new TreeMap<>();
        facts.put(Wish.AREA.name(), area(job.area(), language));
        facts.put(
                Wish.OCCUPATION.name(),
                Classification.OCCUPATIONS.get(job.occupation()).name(english));
        facts.put(
                Wish.INDUSTRY.name(),
                Classification.INDUSTRIES.get(job.industry()).name(english));
        facts.put(Wish.EMPLOYMENT.name(), Words.of("posting.employment." + job.employment(), language));
        Integer monthly = job.wageUnit().monthly(job.wageMin());
        if (monthly != null) {
            String key = job.wageUnit() == WageUnit.MONTH ? "matching.fact.month" : "matching.fact.year";
            facts.put(Wish.WAGE.name(), said(key, language, monthly, job.wageMin()));
        } else {
            facts.put(
                    Wish.WAGE.name(),
                    said(
                            job.wageUnit() == WageUnit.HOUR ? "matching.fact.hour" : "matching.fact.day",
                            language,
                            job.wageMin()));
        }
        if (job.daysOff() != null) {
            facts.put(Wish.DAYS_OFF.name(), said("matching.fact.days", language, job.daysOff()));
        }
        facts.put(
                Criteria.AUDIENCE,
                job.audiences().stream()
                        .map(each -> Words.of("web.audience." + each, language))
                        .collect(Collectors.joining(" / ")));
        return facts;
    }

    private static String said(String key, Locale language, Object... numbers) {
        return new MessageFormat(Words.of(key, language), language).format(numbers);
    }

    static String area(String code, Locale language) {
        return Classification.AREAS.get(code).name(language.equals(Locale.ENGLISH));
    }
}
