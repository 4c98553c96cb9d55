# Completes treatyclock in fish: treatyclock completion fish | source
function __treatyclock_candidates
    set -l typed (commandline -opc)
    for line in ($typed[1] completion fish -- $typed[2..] (commandline -ct | string unescape) 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c treatyclock -f -a '(__treatyclock_candidates)'
