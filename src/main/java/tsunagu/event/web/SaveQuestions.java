package tsunagu.event.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What staff are asked before an event is saved, because it may be a slip. */
public class SaveQuestions implements Serializable {

    private static final long serialVersionUID = 1L;

    private int asking;
    private int pastDays;
    private boolean told;
    private boolean past;

    void found(int peopleToTell, int daysInThePast) {
        asking = peopleToTell;
        pastDays = daysInThePast;
    }

    /** Fields whose tick is missing. */
    List<String> unanswered() {
        List<String> fields = new ArrayList<>();
        if (pastDays > 0 && !past) {
            fields.add("past");
        }
        if (asking > 0 && !told) {
            fields.add("told");
        }
        return fields;
    }

    /** Seats whose holders a change of time or place is written to; 0 for nobody, or before it was tried to save. */
    public int getAsking() {
        return asking;
    }

    /** Sessions whose day was typed and is over; 0 before it was tried to save. */
    public int getPastDays() {
        return pastDays;
    }

    public boolean isTold() {
        return told;
    }

    public void setTold(boolean told) {
        this.told = told;
    }

    public boolean isPast() {
        return past;
    }

    public void setPast(boolean past) {
        this.past = past;
    }
}
