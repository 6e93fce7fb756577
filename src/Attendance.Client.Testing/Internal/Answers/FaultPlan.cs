namespace Attendance.Client.Testing.Internal;

/// <summary>Which requests fail, and how.</summary>
internal sealed class FaultPlan
{
    private readonly List<Turn> _turns = [];

    /// <summary>What is still to happen.</summary>
    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (_turns)
                return _turns.ConvertAll(static turn => turn.Rule);
        }
    }

    public void Add(FaultRule rule)
    {
        lock (_turns)
            _turns.Add(new Turn(rule));
    }

    public void Clear()
    {
        lock (_turns)
            _turns.Clear();
    }

    /// <summary>The fault of the request that has just come, or null where it is to be answered.</summary>
    public GraphFault? Next(GraphOperation operation)
    {
        lock (_turns)
        {
            GraphFault? fault = null;
            foreach (var turn in _turns)
            {
                // A request that one rule fails still counts for the others, or else "each third" would drift.
                if (turn.Applies(operation, isFree: fault is null))
                    fault = turn.Rule.Fault;
            }

            _turns.RemoveAll(static turn => turn.Rule.Times == 0);
            return fault;
        }
    }

    private sealed class Turn(FaultRule rule)
    {
        private int _seen;

        public FaultRule Rule { get; private set; } = rule;

        public bool Applies(GraphOperation asked, bool isFree)
        {
            if (Rule.Operation is { } only && only != asked)
                return false;

            // The next one waits while another rule has its turn; each n-th does not.
            if (Rule.Every == 1 && !isFree)
                return false;
            if (++_seen % Rule.Every != 0 || !isFree)
                return false;

            Rule = Rule with { Times = Rule.Times - 1 };
            return true;
        }
    }
}
