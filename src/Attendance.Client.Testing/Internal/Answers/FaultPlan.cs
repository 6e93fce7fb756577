namespace Attendance.Client.Testing.Internal;

/// <summary>Which requests fail, and how.</summary>
internal sealed class FaultPlan
{
    private readonly List<Rule> _rules = [];

    public void Add(GraphFault fault, GraphOperation? operation, int every, int times)
    {
        lock (_rules)
            _rules.Add(new Rule(fault, operation, every, times));
    }

    public void Clear()
    {
        lock (_rules)
            _rules.Clear();
    }

    /// <summary>The fault of the request that has just come, or null where it is to be answered.</summary>
    public GraphFault? Next(GraphOperation operation)
    {
        lock (_rules)
        {
            GraphFault? fault = null;
            foreach (var rule in _rules)
            {
                // A request that one rule fails still counts for the others, or else "each third" would drift.
                if (rule.Applies(operation, isFree: fault is null))
                    fault = rule.Fault;
            }

            _rules.RemoveAll(rule => rule.IsSpent);
            return fault;
        }
    }

    private sealed class Rule(GraphFault fault, GraphOperation? operation, int every, int times)
    {
        private int _seen;
        private int _left = times;

        public GraphFault Fault => fault;

        public bool IsSpent => _left == 0;

        public bool Applies(GraphOperation asked, bool isFree)
        {
            if (operation is { } only && only != asked)
                return false;

            // The next one waits while another rule has its turn; each n-th does not.
            if (every == 1 && !isFree)
                return false;
            if (++_seen % every != 0 || !isFree)
                return false;

            _left--;
            return true;
        }
    }
}
