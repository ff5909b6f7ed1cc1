package fr.ruche.notification;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;

/** E-mails leave only where a mail server is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailRounds {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("spring.mail.host")
    static class Rounds {

        @Bean
        Postman postman(Outbox outbox, JavaMailSender server, MailSettings settings) {
            return new Postman(outbox, server, settings);
        }

        @Bean
        Round round(Postman postman) {
            return new Round(postman);
        }
    }

    /** Begins a round soon after the one before has ended. */
    record Round(Postman postman) {

        @Scheduled(fixedDelayString = "${ruche.mail.every:10s}")
        void go() {
            postman.deliver();
        }
    }
}
