package fr.ruche.startup;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The block that says where to go, printed last. */
@Component
class Welcome {

    private static final String RULE = "─".repeat(78);

    private final ServletWebServerApplicationContext server;
    private final Environment environment;
    private final ObjectProvider<Notice> notices;

    Welcome(ServletWebServerApplicationContext server, Environment environment, ObjectProvider<Notice> notices) {
        this.server = server;
        this.environment = environment;
        this.notices = notices;
    }

    @EventListener
    @Order
    void ready(ApplicationReadyEvent event) {
        System.out.println(block(
                address(),
                event.getTimeTaken().toSeconds(),
                notices.orderedStream().toList()));
    }

    private String address() {
        var scheme = environment.getProperty("server.ssl.enabled", Boolean.class, false) ? "https" : "http";
        return scheme + "://localhost:" + server.getWebServer().getPort() + "/";
    }

    static String block(String address, long seconds, List<Notice> notices) {
        var paragraphs = notices.stream().map(Welcome::paragraph).collect(Collectors.joining());
        return RULE + "\n Ruche est prête : " + address + "   (démarrée en " + seconds + " s)\n" + paragraphs
                + "\n Pour arrêter : Ctrl+C\n" + RULE;
    }

    private static String paragraph(Notice notice) {
        var lines = notice.lines().stream().map(line -> "   " + line + "\n").collect(Collectors.joining());
        return "\n " + notice.title() + "\n" + lines;
    }
}
