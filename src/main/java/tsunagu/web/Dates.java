package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Languages;
import tsunagu.shared.Readings;

/**
 * Dates and years as people here write them: Western and 和暦 together, times in Japan. In plain Japanese the Western year alone, the
 * weekday in full, and twelve hours with 午前 and 午後. In pages: {@code #{dates}}.
 */
@Named
@RequestScoped
public class Dates {

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_SHORT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final int NOON = 12;

    @Inject
    private Web web;

    /** 2026年（令和8年）11月23日（月） */
    public String day(LocalDate date) {
        return written(date, web.getLocale());
    }

    /** The same where nobody looks at a page, without readings: in a PDF. */
    public static String day(LocalDate date, Locale locale) {
        return Readings.without(written(date, locale));
    }

    private static String written(LocalDate date, Locale locale) {
        if (locale.equals(Locale.ENGLISH)) {
            return ENGLISH.format(date);
        }
        return Texts.format(
                "web.date.day",
                locale,
                List.of(
                        Integer.toString(date.getYear()),
                        era(date),
                        date.getMonthValue(),
                        date.getDayOfMonth(),
                        weekday(date, locale)));
    }

    private static String weekday(LocalDate date, Locale locale) {
        return Texts.text("web.date.weekday." + date.getDayOfWeek().getValue(), locale);
    }

    /** 月, "Mon" */
    public String weekday(LocalDate date) {
        return web.isEnglish()
                ? date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                : weekday(date, web.getLocale());
    }

    /** The days from the first to the last with their year, which is often the next one. */
    public String period(LocalDate first, LocalDate last) {
        String begins = withYear(first);
        if (first.equals(last)) {
            return begins;
        }
        String ends = first.getYear() == last.getYear() ? dayShort(last) : withYear(last);
        return Texts.format("web.date.period", web.getLocale(), List.of(begins, ends));
    }

    private String withYear(LocalDate date) {
        return Texts.format(
                "web.date.withYear", web.getLocale(), List.of(Integer.toString(date.getYear()), dayShort(date)));
    }

    /** 12月5日（金）, where the year goes without saying */
    public String dayShort(LocalDate date) {
        Locale locale = web.getLocale();
        return locale.equals(Locale.ENGLISH)
                ? ENGLISH_SHORT.format(date)
                : Texts.format(
                        "web.date.dayShort",
                        locale,
                        List.of(date.getMonthValue(), date.getDayOfMonth(), weekday(date, locale)));
    }

    /** 11月, "Nov": above the day in a narrow box. */
    public String monthShort(LocalDate date) {
        return web.isEnglish()
                ? date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                : Texts.format("web.date.monthShort", web.getLocale(), List.of(date.getMonthValue()));
    }

    public String month(LocalDate firstDay) {
        if (web.isEnglish()) {
            return ENGLISH_MONTH.format(firstDay);
        }
        return Texts.format(
                "web.date.month",
                web.getLocale(),
                List.of(
                        Integer.toString(firstDay.getYear()),
                        era(YearMonth.from(firstDay).atEndOfMonth()),
                        firstDay.getMonthValue()));
    }

    /** The day it is then in Japan. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, FiscalYear.ZONE);
    }

    /** 14:30 in Japan; in plain Japanese 午後2時30分. */
    public String time(Instant instant) {
        ZonedDateTime local = local(instant);
        if (!web.isEasy()) {
            return TIME.format(local);
        }
        // The key's third half of the day is noon: "twelve at noon" is plainer than "zero in the afternoon".
        int half = local.getHour() == NOON ? 2 : local.getHour() / NOON;
        return Texts.format(
                "web.date.time",
                Languages.EASY,
                List.of(half, half == 2 ? NOON : local.getHour() % NOON, local.getMinute()));
    }

    /** 13:00–16:00; in plain Japanese with the words for "from" and "to". What ends after midnight says so: 22:00–24:00, 22:00–翌01:30. */
    public String times(Instant from, Instant to) {
        return Texts.format("web.date.times", web.getLocale(), List.of(time(from), end(dayOf(from), to)));
    }

    private String end(LocalDate begun, Instant to) {
        LocalDate day = dayOf(to);
        if (day.equals(begun)) {
            return time(to);
        }
        if (!day.equals(begun.plusDays(1))) {
            return momentShort(to);
        }
        return local(to).toLocalTime().equals(LocalTime.MIDNIGHT)
                ? Texts.text("web.date.midnight", web.getLocale())
                : Texts.format("web.date.nextDay", web.getLocale(), List.of(time(to)));
    }

    /** 12月5日（金） 14:00, in tables */
    public String momentShort(Instant instant) {
        return dayShort(LocalDate.ofInstant(instant, FiscalYear.ZONE)) + " " + time(instant);
    }

    public String dayAndTime(Instant instant) {
        return day(local(instant).toLocalDate()) + " " + time(instant);
    }

    /**
     * The end of something, as people say it: what is open to the end of a day ends on that day, not at 0:00 of the next.
     *
     * @param until the first instant that is too late
     */
    public String until(Instant until) {
        return until(until, web.getLocale());
    }

    static String until(Instant until, Locale locale) {
        return local(until).toLocalTime().equals(LocalTime.MIDNIGHT)
                ? day(local(until).toLocalDate().minusDays(1), locale)
                : moment(until, locale);
    }

    /** 2026年（令和8年）11月23日（月） 14:30 in Japan, where nobody looks at a page: in a PDF, in what is kept about a person. */
    public static String moment(Instant instant, Locale locale) {
        return day(local(instant).toLocalDate(), locale) + " " + TIME.format(local(instant));
    }

    /** The value of a machine-readable time element. */
    public String iso(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local(instant));
    }

    /** 令和8年度（2026年度） */
    public String fiscalYear(FiscalYear year) {
        return fiscalYear(year, web.getLocale());
    }

    /** 令和8（2026）, where room is short */
    public String fiscalYearShort(FiscalYear year) {
        return fiscalYear("web.date.fiscalYearShort", year, web.getLocale());
    }

    /** The same where nobody looks at a page. */
    public static String fiscalYear(FiscalYear year, Locale locale) {
        return fiscalYear("web.date.fiscalYear", year, locale);
    }

    private static String fiscalYear(String key, FiscalYear year, Locale locale) {
        return Texts.format(key, locale, List.of(eraYear(year.reiwa()), Integer.toString(year.year())));
    }

    static ZonedDateTime local(Instant instant) {
        return instant.atZone(FiscalYear.ZONE);
    }

    /** 令和8年, 令和元年; before 1 May 2019 平成31年. */
    static String era(LocalDate date) {
        JapaneseDate japanese = JapaneseDate.from(date);
        return japanese.getEra().getDisplayName(TextStyle.FULL, Locale.JAPANESE)
                + eraYear(japanese.get(ChronoField.YEAR_OF_ERA));
    }

    private static String eraYear(int year) {
        return year == 1 ? Texts.text("web.date.firstYear", Locale.JAPANESE) : Integer.toString(year);
    }
}
