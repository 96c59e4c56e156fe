package tsunagu.attendance.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tsunagu.attendance.DoorPhoneService;
import tsunagu.web.PhoneMark;

/** Tells the sign-in which phones of doors were shut out. */
@ApplicationScoped
public class LostPhones implements PhoneMark.Lost {

    @Inject
    private DoorPhoneService phones;

    @Override
    public boolean isLost(String mark) {
        return phones.lost(mark);
    }
}
