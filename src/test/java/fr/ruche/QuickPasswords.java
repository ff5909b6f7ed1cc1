package fr.ruche;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Each request of a test signs in anew: the same hash with its fewest rounds, which takes a hundredth of the time. */
@Configuration(proxyBeanMethods = false)
class QuickPasswords {

    private static final int FEWEST = 4;

    @Bean
    @Primary
    PasswordEncoder hashedWithFewRounds() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(FEWEST)));
    }
}
