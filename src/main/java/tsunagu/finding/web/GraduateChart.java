package tsunagu.finding.web;

import java.util.ArrayList;
import java.util.List;
import tsunagu.finding.CompanyPageView.YouthFact;

/**
 * Bars of new graduates hired, and of them those who left, by fiscal year.
 *
 * @param years empty when nothing is stated
 */
public record GraduateChart(List<Year> years) {

    private static final int HEIGHT = 120;

    /**
     * @param left null when not stated, which is not zero
     * @param height of the bar in the drawing, 120 being the tallest
     * @param leftHeight of its lower part
     */
    public record Year(int fiscalYear, int hired, Integer left, int x, int height, int leftHeight) {

        public int top() {
            return HEIGHT - height;
        }

        public int leftTop() {
            return HEIGHT - leftHeight;
        }
    }

    static GraduateChart of(List<YouthFact> hired, List<YouthFact> left) {
        int most = hired.stream()
                .filter(fact -> fact.amount() != null)
                .mapToInt(fact -> fact.amount().intValue())
                .max()
                .orElse(0);
        List<Year> years = new ArrayList<>();
        for (YouthFact fact : hired) {
            if (fact.amount() == null) {
                continue;
            }
            Integer gone = left.stream()
                    .filter(each -> each.fiscalYear() == fact.fiscalYear() && each.amount() != null)
                    .map(each -> each.amount().intValue())
                    .findFirst()
                    .orElse(null);
            int persons = fact.amount().intValue();
            years.add(new Year(
                    fact.fiscalYear(),
                    persons,
                    gone,
                    40 + years.size() * 90,
                    most == 0 ? 0 : persons * HEIGHT / most,
                    most == 0 || gone == null ? 0 : gone * HEIGHT / most));
        }
        return new GraduateChart(years);
    }

    public boolean isEmpty() {
        return years.isEmpty();
    }

    public int getWidth() {
        return 40 + years.size() * 90;
    }
}
