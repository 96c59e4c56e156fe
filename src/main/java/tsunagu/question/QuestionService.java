package tsunagu.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Role;
import tsunagu.shared.Seen;
import tsunagu.shared.TextLength;
import tsunagu.shared.UseCase;

/** Asking and answering. The event room says whose event and whose registration it is. */
@ApplicationScoped
@Transactional
public class QuestionService {

    private static final int MOST_QUESTIONS = 30;
    private static final int MOST_OPTIONS = 30;

    @Inject
    private Locks locks;

    @Inject
    private QuestionRepository questions;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** Everything that is asked now, in its order. */
    @UseCase(anyone = true, changes = false)
    public List<QuestionView> asked(long eventId) {
        return questions.asked(eventId).stream().map(Question::view).toList();
    }

    /** Another one when other questions are asked, or in another order. */
    @UseCase(allow = Role.STAFF, changes = false)
    public String stamp(long eventId) {
        return Integer.toHexString(asked(eventId).toString().hashCode());
    }

    @UseCase(anyone = true, changes = false)
    public List<QuestionView> asked(long eventId, Moment moment) {
        return asked(eventId).stream().filter(each -> each.moment() == moment).toList();
    }

    /** What somebody answered, by question id. */
    @UseCase(anyone = true, changes = false)
    public Map<Long, String> answers(long registrationId) {
        return questions.ofRegistration(registrationId).stream()
                .collect(Collectors.toMap(Answer::questionId, Answer::value));
    }

    /** Answers given when registering and at the door: by registration, by question. Those of アンケート have no names. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Map<Long, Map<Long, String>> answersOfEvent(long eventId) {
        Map<Long, Map<Long, String>> answers = new HashMap<>();
        Set<Long> withNames = questions.ever(eventId).stream()
                .filter(each -> each.moment() != Moment.AFTERWARDS)
                .map(Question::id)
                .collect(Collectors.toSet());
        questions.ofEvent(eventId).stream()
                .filter(each -> withNames.contains(each.questionId()))
                .forEach(each -> answers.computeIfAbsent(each.registrationId(), key -> new HashMap<>())
                        .put(each.questionId(), each.value()));
        return answers;
    }

    /**
     * Keeps what somebody says to the questions of one moment; what they said to them before is gone.
     *
     * @param typed by question id
     * @throws DomainException when an answer is missing or impossible
     */
    @UseCase(anyone = true)
    public void answer(long eventId, Moment moment, long registrationId, String role, Map<Long, String> typed) {
        List<QuestionView> asked = asked(eventId, moment);
        if (asked.isEmpty()) {
            return;
        }
        AnswerSheet sheet = new AnswerSheet(asked, role, typed);
        sheet.problems().values().stream().findFirst().ifPresent(problem -> {
            throw new DomainException(problem);
        });
        Map<Long, String> answers = sheet.answers();
        for (QuestionView question : asked) {
            String value = answers.get(question.id());
            if (value == null) {
                questions.answer(question.id(), registrationId).ifPresent(questions::remove);
            } else {
                keep(question.id(), registrationId, value);
            }
        }
    }

    /** One answer, the others stay: at the door they come one by one. */
    @UseCase(anyone = true)
    public void answerOne(
            long eventId, Moment moment, long questionId, long registrationId, String role, String value) {
        Map<Long, String> answers = new HashMap<>(answers(registrationId));
        answers.put(questionId, value);
        List<QuestionView> asked = asked(eventId, moment);
        if (asked.stream().noneMatch(each -> each.id() == questionId)) {
            throw new DomainException("question.error.answerForeign");
        }
        String problem = new AnswerSheet(asked, role, answers).problems().get(questionId);
        if (problem != null) {
            throw new DomainException(problem);
        }
        keep(questionId, registrationId, value.strip());
    }

    private void keep(long questionId, long registrationId, String value) {
        Answer answer = questions.answer(questionId, registrationId).orElse(null);
        if (answer == null) {
            answer = new Answer(questionId, registrationId);
            answer.say(value, clock.instant());
            questions.add(answer);
        } else {
            answer.say(value, clock.instant());
        }
    }

    /**
     * Replaces what is asked, as it was seen when the sheet was opened. A question that was answered stays as it was asked, or is withdrawn; answers are never thrown away.
     *
     * @param seen {@link #stamp} of that moment
     * @throws DomainException when the sheet contradicts itself, or an answered question would get another meaning
     * @throws tsunagu.shared.ConflictException when somebody else has saved questions since
     */
    @UseCase(allow = Role.STAFF)
    public void ask(long eventId, String seen, @Valid QuestionSheet sheetOfAll) {
        locks.hold(Lock.SHEET, "questions " + eventId);
        Seen.unchanged(seen, stamp(eventId), null);
        List<QuestionDraft> drafts = sheetOfAll.questions();
        check(drafts);
        Map<Long, Question> before =
                questions.asked(eventId).stream().collect(Collectors.toMap(Question::id, each -> each));
        List<Long> kept =
                drafts.stream().map(QuestionDraft::id).filter(Objects::nonNull).toList();
        before.values().forEach(each -> each.onlyWhen(null, ""));
        before.values().stream().filter(each -> !kept.contains(each.id())).forEach(each -> {
            if (questions.answered(each.id())) {
                each.withdraw(clock.instant());
            } else {
                questions.flush();
                questions.remove(each);
            }
        });
        List<Question> sheet = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            QuestionDraft draft = drafts.get(i);
            Question question = draft.id() == null ? new Question(eventId) : before.get(draft.id());
            if (question == null) {
                question = new Question(eventId);
            }
            if (question.id() != null && question.meansElse(draft) && questions.answered(question.id())) {
                throw new DomainException("question.error.questionAnswered", i + 1);
            }
            question.ask(i + 1, draft);
            if (question.id() == null) {
                questions.add(question);
            }
            if (draft.dependsOn() != null) {
                question.onlyWhen(sheet.get(draft.dependsOn() - 1), draft.dependsValue());
            }
            sheet.add(question);
        }
    }

    private static void check(List<QuestionDraft> drafts) {
        if (drafts.size() > MOST_QUESTIONS) {
            throw new DomainException("question.error.questionsMany", MOST_QUESTIONS);
        }
        for (int i = 0; i < drafts.size(); i++) {
            QuestionDraft draft = drafts.get(i);
            int options = draft.options().size();
            if (draft.kind().choice() ? options < 2 || options > MOST_OPTIONS : options > 0) {
                throw new DomainException("question.error.questionOptions", i + 1);
            }
            if (draft.options().stream().distinct().count() != options
                    || draft.options().stream().anyMatch(each -> each.isBlank() || TextLength.of(each) > 100)) {
                throw new DomainException("question.error.questionOptions", i + 1);
            }
            if (draft.dependsOn() != null) {
                boolean earlier = draft.dependsOn() >= 1 && draft.dependsOn() <= i;
                if (!earlier
                        || drafts.get(draft.dependsOn() - 1).moment() != draft.moment()
                        || !drafts.get(draft.dependsOn() - 1).options().contains(draft.dependsValue())) {
                    throw new DomainException("question.error.questionDepends", i + 1);
                }
            }
        }
    }

    /** The event is thrown away; nobody answered. */
    @UseCase(allow = Role.STAFF)
    public void forget(long eventId) {
        List<Question> all = questions.ever(eventId);
        all.forEach(each -> each.onlyWhen(null, ""));
        questions.flush();
        all.forEach(questions::remove);
    }

    /** The same questions for another event, as yet unanswered. */
    @UseCase(allow = Role.STAFF)
    public void copy(long fromEventId, long toEventId) {
        List<QuestionView> asked = asked(fromEventId);
        List<Long> ids = asked.stream().map(QuestionView::id).toList();
        ask(
                toEventId,
                stamp(toEventId),
                new QuestionSheet(asked.stream()
                        .map(each -> new QuestionDraft(
                                null,
                                each.moment(),
                                each.kind(),
                                each.text(),
                                each.options(),
                                each.required(),
                                each.role(),
                                each.dependsOn() == null ? null : ids.indexOf(each.dependsOn()) + 1,
                                each.dependsValue()))
                        .toList()));
    }

    /** The acting person's answers go: words can say who wrote them. */
    @UseCase(allow = Role.SEEKER)
    public void forgetOwn() {
        questions.forget(currentActor.get().personId());
    }

    /** What came of the questions, without who answered. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Results> results(long eventId) {
        return results(eventId, each -> true);
    }

    /** The same of some of the registrations only. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Results> results(long eventId, Set<Long> registrations) {
        return results(eventId, each -> registrations.contains(each.registrationId()));
    }

    private List<Results> results(long eventId, Predicate<Answer> whose) {
        Map<Long, List<String>> answers = questions.ofEvent(eventId).stream()
                .filter(whose)
                .collect(Collectors.groupingBy(
                        Answer::questionId, Collectors.mapping(Answer::value, Collectors.toList())));
        return questions.ever(eventId).stream()
                .map(question -> results(question.view(), answers.getOrDefault(question.id(), List.of())))
                .toList();
    }

    private static Results results(QuestionView question, List<String> answers) {
        int answered = answers.size();
        List<Results.Share> shares = question.options().stream()
                .map(option -> {
                    int people = (int) answers.stream()
                            .filter(answer -> List.of(answer.split("\n")).contains(option))
                            .count();
                    return new Results.Share(option, people, answered == 0 ? 0 : Math.round(100f * people / answered));
                })
                .toList();
        Double mean = question.kind() == AnswerKind.NUMBER && answered > 0
                ? answers.stream().mapToInt(Integer::parseInt).average().orElseThrow()
                : null;
        return new Results(question, answered, shares, question.kind() == AnswerKind.TEXT ? answers : List.of(), mean);
    }
}
