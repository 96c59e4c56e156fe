package tsunagu.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import tsunagu.shared.FieldCipher;
import tsunagu.shared.SealedAnew;
import tsunagu.shared.UseCase;

/** The secrets of apps, each sealed for its account. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class SealedFactors implements SealedAnew {

    @Inject
    private SecondFactorRepository factors;

    @Inject
    private FieldCipher cipher;

    @Override
    @UseCase
    public int sealAnew(int most) {
        List<SecondFactorRepository.Sealed> old = factors.sealedOtherwise(cipher.sealingKey(), most);
        for (SecondFactorRepository.Sealed each : old) {
            String purpose = SecondFactor.purpose(each.account());
            factors.seal(each.account(), cipher.seal(purpose, cipher.open(purpose, each.secret())));
        }
        return old.size();
    }

    @Override
    @UseCase
    public long left() {
        return factors.countSealedOtherwise(cipher.sealingKey());
    }
}
