namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>The head approves what the team found, or sends it back with a note.</summary>
public sealed partial class ApprovePanel
{
    private string _number = "";
    private string _revise = "";

    private Task<bool> ApproveAsync() => RunAsync(act => Service.ApproveFindingsAsync(Context.RequestId, _number, act), "Hasil pemeriksaan disahkan. Pengelola menjawab pengadu.");

    private Task<bool> ReviseAsync() => RunAsync(act => Service.ReviseFindingsAsync(Context.RequestId, _revise, act), "Tim diminta memperbaiki hasilnya.");
}
