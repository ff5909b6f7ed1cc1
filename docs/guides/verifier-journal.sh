#!/bin/sh
# Vérifie le journal des actions de Ruche sans Ruche : sh verifier-journal.sh chaine.txt [sceaux-publies.txt]
#
# chaine.txt : ce que donne « audit-chain » ou /api/v1/audit/chain.txt.
# sceaux-publies.txt : des sceaux que vous avez gardés, en entier ou en partie.
# Rend 0 si chaque sceau suit du précédent et si les sceaux publiés sont dans la chaîne, 1 sinon.
# N’emploie que sh, grep, cut et sha256sum : environ 500 faits par seconde.
set -eu

previous=0000000000000000000000000000000000000000000000000000000000000000
expected=1
wrong=0

while read -r position content seal source fact; do
    case $position in '#'*) continue ;; esac
    if [ "$position" -ne "$expected" ]; then
        echo "Il manque un fait avant le numéro $position."
        wrong=1
    fi
    computed=$(printf '%s\n%s\n%s\n%s\n%s' "$previous" "$position" "$source" "$fact" "$content" | sha256sum | cut -d ' ' -f 1)
    if [ "$computed" != "$seal" ]; then
        echo "Le sceau numéro $position ne suit pas du précédent."
        wrong=1
    fi
    previous=$seal
    expected=$((position + 1))
done < "$1"

if [ $# -gt 1 ]; then
    while read -r day position seal rest; do
        case $day in '#'*) continue ;; esac
        if ! grep -q "^$position [0-9a-f]* $seal " "$1"; then
            echo "Le sceau publié du $day (numéro $position) n’est pas dans la chaîne."
            wrong=1
        fi
    done < "$2"
fi

[ "$wrong" -eq 0 ] && echo "Chaîne entière : $((expected - 1)) faits, dernier sceau $previous."
exit "$wrong"
