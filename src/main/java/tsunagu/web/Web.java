package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Demonstration;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Languages;
import tsunagu.shared.Role;
import tsunagu.shared.Seal;
import tsunagu.shared.Upload;

/** What a page knows of its request: address parts, language, who is there. In pages: {@code #{web}}. */
@Named
@RequestScoped
public class Web {

    /** Words that belong to one answer and not to an address: they do not travel through a sign-in. */
    static final String SAVED = "saved";

    static final String DONE = "done";

    /** Field of a form: the year that its page showed without having been asked for it. */
    private static final String SHOWN_YEAR = "shown-year";

    private static final Map<Role, String> OWN_PLACES = ownPlaces();

    private static final Pattern JAPANESE_LETTER = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    private static Map<Role, String> ownPlaces() {
        Map<Role, String> places = new LinkedHashMap<>();
        places.put(Role.STAFF, "/staff");
        places.put(Role.MANAGER, "/evaluations");
        places.put(Role.COMMITTEE, "/evaluations");
        places.put(Role.ADMINISTRATOR, "/accounts");
        places.put(Role.AUDITOR, "/viewings");
        places.put(Role.COMPANY, "/company");
        places.put(Role.PARTNER, "/monthly");
        places.put(Role.DOOR, "/door");
        places.put(Role.SEEKER, "/my");
        return places;
    }

    private FiscalYear shownYear;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private PublicAddress publicAddress;

    @Inject
    private FormToken formToken;

    @Inject
    private Seal seal;

    public String value(String name) {
        return routed().value(name);
    }

    /** Whether the address has this part: a form that stands at two addresses, for what is new and for what is there. */
    public boolean has(String name) {
        return routed().has(name);
    }

    public long number(String name) {
        return routed().number(name);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(CleanRequest.of(request).getParameter(name)).filter(value -> !value.isBlank());
    }

    /** All parameters, for those who read an address as a whole. */
    public Map<String, String[]> parameters() {
        return CleanRequest.of(request).getParameterMap();
    }

    /** Those of the address alone: a form that comes back has fields of its own, and some are called like columns. */
    public Map<String, String[]> inAddress() {
        Map<String, String[]> all = parameters();
        if (!request.getMethod().equals("POST")) {
            return all;
        }
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        Map<String, Integer> names = new LinkedHashMap<>();
        for (String each : (query == null ? "" : query.toString()).split("&")) {
            names.merge(
                    URLDecoder.decode(
                            each.split("=", 2)[0].replaceAll("%(?![0-9a-fA-F]{2})", ""), StandardCharsets.UTF_8),
                    1,
                    Integer::sum);
        }
        Map<String, String[]> asked = new LinkedHashMap<>();
        // What stands in the address comes before what a form has sent.
        all.forEach((name, values) -> {
            if (names.containsKey(name)) {
                asked.put(name, Arrays.copyOf(values, Math.min(values.length, names.get(name))));
            }
        });
        return asked;
    }

    /** The portal's address as the world knows it, in front of a path: for feeds, sitemap and structured data. */
    public String absolute(String path) {
        return publicAddress.of(path);
    }

    /** This page's address without what does not change what it is. */
    public String canonical(String path) {
        return publicAddress.of(routed().url(path));
    }

    /** The same page in another language. @param canonical as {@link #canonical} gives it */
    public String alternate(String canonical, Locale language) {
        String base = publicAddress.of("");
        return base + Languages.path(Languages.without(canonical.substring(base.length())), language);
    }

    /** The fiscal year asked for by {@code ?year=R5}, or the running one; an impossible year does not exist. */
    public FiscalYear fiscalYear() {
        return fiscalYear(() -> FiscalYear.current(clock));
    }

    /**
     * The fiscal year asked for by {@code ?year=R5}. Where the address names none, a page shows the one that suits the day, and what is pressed on it
     * is about the year that it showed (ts:guard), whatever day it has become.
     */
    public FiscalYear fiscalYear(Supplier<FiscalYear> otherwise) {
        Optional<String> asked = parameter("year");
        if (asked.isPresent()) {
            return FiscalYear.named(asked.get());
        }
        FiscalYear shown = parameter(SHOWN_YEAR).map(FiscalYear::named).orElseGet(otherwise);
        if (shownYear == null) {
            shownYear = shown;
        }
        return shown;
    }

    /** Code of the year that this page shows without having been asked for it; "" for none. */
    public String getShownYear() {
        return shownYear == null ? "" : shownYear.code();
    }

    public String url(String path) {
        return request.getContextPath() + routed().url(path);
    }

    /**
     * This page in one of the languages.
     *
     * @param word names the language in the keys of texts
     * @param tag for hreflang
     * @param spoken for lang: what a screen reader reads it in
     */
    public record Way(Locale language, String word, String tag, String spoken, String url, boolean here) {}

    /** This page in each of the languages, with what was asked of it. */
    public List<Way> getLanguages() {
        // The page itself is asked for without what stood in the address.
        Object asked = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        String query = asked == null ? "" : "?" + asked;
        return Languages.ALL.stream()
                .map(each -> new Way(
                        each,
                        Languages.word(each),
                        each.toLanguageTag(),
                        each.getLanguage(),
                        request.getContextPath() + Languages.path(routed().path(), each) + query,
                        each.equals(routed().locale())))
                .toList();
    }

    public String getLanguage() {
        return routed().locale().getLanguage();
    }

    public Locale getLocale() {
        return routed().locale();
    }

    /**
     * The language somebody wrote in, for the lang attribute of what may be in either: Japanese where there is a Japanese letter, the
     * page's otherwise.
     */
    public String languageOf(String written) {
        return JAPANESE_LETTER.matcher(written).find() ? Locale.JAPANESE.getLanguage() : getLanguage();
    }

    public boolean isEnglish() {
        return routed().locale().equals(Locale.ENGLISH);
    }

    public String getPath() {
        return routed().path();
    }

    public boolean isEasy() {
        return routed().locale().equals(Languages.EASY);
    }

    public Actor getActor() {
        return currentActor.get();
    }

    public boolean isSignedIn() {
        return getActor().signedIn();
    }

    public boolean is(String role) {
        return getActor().hasAny(Set.of(Role.valueOf(role)));
    }

    public Instant getNow() {
        return clock.instant();
    }

    public boolean isDemonstration() {
        return Demonstration.on();
    }

    /** A word in the address that says what has just been done; the page looks its sentence up. */
    public String getDone() {
        return parameter("done").filter(word -> word.matches("[a-z-]{1,30}")).orElse("");
    }

    /** The address carries the word that a form was saved; whoever leads on hands it on. */
    public boolean isSaved() {
        return parameter(SAVED).isPresent();
    }

    /** How many of what has just been done; null when the address does not say. */
    public Integer getDoneCount() {
        return parameter("count")
                .filter(count -> count.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    public String getIncomingAddress() {
        return parameter("next")
                .filter(next -> next.startsWith("/") && !next.startsWith("//") && !next.contains("\\"))
                .orElse("");
    }

    /** Who asks, for limits: the network part of the address only (/24, /64). */
    public String network() {
        return Network.of(request.getRemoteAddr());
    }

    /** How long the visitor's form was open before it was sent, at most an hour; 0 where nothing is known. */
    public int secondsOpen() {
        return (int) Math.min(
                3600, Math.max(0, formToken.age(CleanRequest.of(request)).toSeconds()));
    }

    /**
     * Sends the reader to another page. After a form that is the answer that it was saved; the page then forgets what it kept of the form
     * on the device (kept-text.js), and takes the word for it out of its address.
     */
    public void go(String address) {
        redirect(FacesContext.getCurrentInstance().isPostback() ? saved(address) : address);
    }

    /** The same after a form that saves nothing: somebody came in or went out. */
    public void goOn(String address) {
        redirect(address);
    }

    private static void redirect(String address) {
        FacesContext context = FacesContext.getCurrentInstance();
        try {
            context.getExternalContext().redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
    }

    /** The same address with the word that a form was saved. */
    public static String saved(String address) {
        int fragment = address.indexOf('#') < 0 ? address.length() : address.indexOf('#');
        return address.substring(0, fragment) + (address.contains("?") ? "&" : "?") + SAVED + "=yes"
                + address.substring(fragment);
    }

    /** Who is signed in, as they are called; "" for a visitor. */
    public String getName() {
        Actor actor = currentActor.get();
        return actor.signedIn() ? actor.name() : "";
    }

    /** Where the work of whoever is signed in waits; a visitor's is to sign in. */
    public String getOwnPlace() {
        return isSignedIn() ? ownPlace(this::is) : "/sign-in";
    }

    /**
     * Where people of a kind begin. Who has several roles begins where more waits.
     *
     * @param has whether the person has a role, by its name
     */
    public static String ownPlace(Predicate<String> has) {
        return OWN_PLACES.entrySet().stream()
                .filter(each -> has.test(each.getKey().name()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("/");
    }

    /** Bytes that a file may have. */
    public int getFileMost() {
        return Upload.MOST_BYTES;
    }

    /** Bytes that a picture may have, which is kept as a small one. */
    public int getPictureMost() {
        return Upload.MOST_PICTURE_BYTES;
    }

    /** How long the session lasts without a request; 0 for a visitor, whose forms need none. */
    public int getSessionSeconds() {
        return isSignedIn() ? request.getSession().getMaxInactiveInterval() : 0;
    }

    /** Names the person to the page's script, which keeps what they typed from anybody else; "" for a visitor. */
    public String getPersonSeal() {
        Actor actor = currentActor.get();
        return actor.signedIn() ? seal(String.valueOf(actor.accountId())) : "";
    }

    /** A name that says nothing. */
    public String seal(String of) {
        return seal.of("typed", of).substring(0, 12);
    }

    /** The company a sent form said it is for; empty when none is sent, or it said none. */
    public Optional<String> getStatedCompany() {
        return request.getMethod().equals("POST") ? parameter(ActingCompany.FIELD) : Optional.empty();
    }

    /** From the next request on the person acts for another of their companies. */
    public void actFor(long company) {
        ActingCompany.choose(request, company);
    }

    private RoutedRequest routed() {
        return RoutedRequest.of(request);
    }
}
