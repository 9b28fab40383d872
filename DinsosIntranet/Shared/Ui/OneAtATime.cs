namespace DinsosIntranet.Shared.Ui;

/// <summary>Lets one act of a form run at a time: a press while another runs does nothing. The service checks again all the same.</summary>
public sealed class OneAtATime
{
    public bool IsBusy { get; private set; }

    /// <summary>The turn of an act, over with its scope; null while another has it.</summary>
    public IDisposable? Begin()
    {
        if (IsBusy)
        {
            return null;
        }

        IsBusy = true;
        return new Turn(this);
    }

    private sealed class Turn(OneAtATime acts) : IDisposable
    {
        public void Dispose() => acts.IsBusy = false;
    }
}
