using System.CommandLine;

namespace Attendance.Cli;

/// <summary>Prints what makes a shell complete the tool's commands, options and values.</summary>
internal sealed class CompletionCommand : Command
{
    // Each hands over the line between the tool's own name, which [suggest] does not expect, and the word at the cursor, which it would
    // take for an argument where it is "--", and in which it looks for more than the beginning. /h and /? are for Windows' own prompt. An
    // empty line means that there is nothing to suggest, and the shell has files to offer.
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bash"] = """
            # In ~/.bashrc: eval "$(attendance completion bash)"
            _attendance() {
                local line="${COMP_LINE:0:COMP_POINT}" word suggestion quoted
                word="${line##*[[:space:]]}"
                line="${line%"$word"}"
                line="${line#*[[:space:]]}"
                COMPREPLY=()
                while IFS= read -r suggestion; do
                    suggestion="${suggestion%$'\r'}"
                    if [[ -n "$suggestion" && "$suggestion" == "$word"* && "$suggestion" != /* && "$suggestion" != *\? ]]; then
                        printf -v quoted '%q' "$suggestion"
                        COMPREPLY+=("$quoted")
                    fi
                done < <(attendance "[suggest:${#line}]" "$line" 2>/dev/null)
            }
            complete -o default -F _attendance attendance
            """,
        ["zsh"] = """
            # In ~/.zshrc, after compinit: eval "$(attendance completion zsh)"
            _attendance() {
                local line="${(j: :)words[2,CURRENT-1]} "
                local -a suggestions
                suggestions=(${(f)"$(attendance "[suggest:${#line}]" "$line" 2>/dev/null)"})
                compadd -- ${suggestions:#(|/*|*\?)} || _files
            }
            compdef _attendance attendance
            """,
        ["fish"] = """
            # In ~/.config/fish/config.fish: attendance completion fish | source
            function __attendance_suggestions
                set --local words (commandline --current-process --tokenize --cut-at-cursor)
                set --local line (string join ' ' -- $words[2..-1])' '
                attendance "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match --invert --regex '^$|^/|\?$'
            end
            complete --command attendance --arguments '(__attendance_suggestions)'
            """,
        ["powershell"] = """
            # In $PROFILE: attendance completion powershell | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName attendance -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | Select-Object -Skip 1)
                $line = "$words "
                attendance "[suggest:$($line.Length)]" "$line" 2>$null |
                    Where-Object { $_.StartsWith($wordToComplete, [StringComparison]::OrdinalIgnoreCase) -and $_ -notmatch '^$|^/|\?$' } |
                    ForEach-Object {
                        $text = if ($_ -match '\s') { "'$_'" } else { $_ }
                        [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
                    }
            }
            """,
    };

    public CompletionCommand(Surroundings surroundings)
        : base("completion", "Print a script that lets a shell complete commands, options and values.")
    {
        var shell = new Argument<string>("shell")
        {
            Description = $"One of {string.Join(", ", Scripts.Keys)}; the script begins with where it goes.",
            HelpName = "shell",
        };
        shell.CompletionSources.Add([.. Scripts.Keys]);
        Add(shell);
        SetAction(async (parse, _) =>
        {
            var name = parse.GetValue(shell)!;
            await surroundings.Output.WriteLineAsync(
                Scripts.GetValueOrDefault(name) ?? throw new UsageException(
                    $"\"{name}\" is no shell that is known here. Pass one of {string.Join(", ", Scripts.Keys)}.")).ConfigureAwait(false);
            return ExitCode.Success;
        });
    }
}
